import { expressSetUps } from "../express/set-ups.ts";
import { fastifySetUps } from "../fastify/set-ups.ts";
import { fetchSetUps } from "../fetch/set-ups.ts";
import { koaSetUps } from "../koa/set-ups.ts";
import { lambdaSetUps } from "../lambda/set-ups.ts";
import { nodeSetUps } from "./node-set-ups.ts";
import type { SetUp } from "./set-up.ts";

/** All of them. */
export const setUps: readonly SetUp[] = [nodeSetUps, expressSetUps, koaSetUps, fetchSetUps, fastifySetUps, lambdaSetUps].flat();

/** Those in which the adapter gets the bytes as they were sent. */
export const bytesSetUps: readonly SetUp[] = setUps.filter(({ behindBodyParser }) => !behindBodyParser);

/** The first of each adapter. */
export const oneSetUpOfEach: readonly SetUp[] = [nodeSetUps, expressSetUps, koaSetUps, fetchSetUps, fastifySetUps, lambdaSetUps].flatMap(
  ([first]) => first ?? [],
);

/** The same, and one body parser of each framework. */
export const fewSetUps: readonly SetUp[] = [
  ...oneSetUpOfEach,
  ...expressSetUps.filter(({ name }) => name === "Express 5, after express.json()"),
  ...koaSetUps.filter(({ name }) => name === "Koa 3, after @koa/bodyparser"),
];
