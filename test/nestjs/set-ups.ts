import type { WebhookHandler } from "@greenhook/core";
import { GreenhookModule } from "@greenhook/nestjs";
import { Module, type INestApplication, type NestApplicationOptions } from "@nestjs/common";
import { NestFactory, type AbstractHttpAdapter } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import { Test } from "@nestjs/testing";
import express from "express";
import type { Serving, SetUp } from "../contract/set-up.ts";

type ToAdapter = () => AbstractHttpAdapter;
const path = "/green-api/webhook";
const onExpress: ToAdapter = () => new ExpressAdapter();
const onFastify: ToAdapter = () => new FastifyAdapter({ bodyLimit: 10 });

/** NestJS on both platforms, as `NestFactory` makes it. */
export const nestSetUps: readonly SetUp[] = [setUp("NestJS on Express", onExpress, {}), setUp("NestJS on Fastify", onFastify, {})];

/** With Nest's other ways to treat a body, as its testing module makes it, and on an application of the user's. */
export const moreNestSetUps: readonly SetUp[] = [
  setUp("NestJS on Express, rawBody: true", onExpress, { rawBody: true }),
  setUp("NestJS on Fastify, bodyParser: false", onFastify, { bodyParser: false }),
  { name: "NestJS on Express, a testing module", behindBodyParser: false, serve: (handler) => serveTested(onExpress, handler) },
  { name: "NestJS on Fastify, a testing module", behindBodyParser: false, serve: (handler) => serveTested(onFastify, handler) },
  {
    ...setUp("NestJS on an Express application that has a parser", () => new ExpressAdapter(express().use(express.json())), {}),
    behindBodyParser: true,
  },
];

function setUp(name: string, toAdapter: ToAdapter, options: NestApplicationOptions): SetUp {
  return {
    name,
    behindBodyParser: false,
    serve: async (handler) =>
      serveNest(await NestFactory.create(moduleOf(handler), toAdapter(), { logger: false, forceCloseConnections: true, ...options })),
  };
}

async function serveTested(toAdapter: ToAdapter, handler: WebhookHandler): Promise<Serving> {
  const testing = await Test.createTestingModule({ imports: [GreenhookModule.forRoot({ handler: () => handler })] }).compile();
  return serveNest(testing.createNestApplication(toAdapter(), { logger: false, forceCloseConnections: true }));
}

function moduleOf(handler: WebhookHandler): new () => object {
  class ContractModule {}
  Module({ imports: [GreenhookModule.forRoot({ path, handler: () => handler, graceMilliseconds: 1 })] })(ContractModule);
  return ContractModule;
}

/** Listens on a free port. */
export async function serveNest(app: INestApplication): Promise<Serving> {
  await app.listen(0, "127.0.0.1");
  const url = (await app.getUrl()) + path;
  return { url, port: Number(new URL(url).port), close: () => app.close() };
}
