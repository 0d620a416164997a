import { bodyParser } from "@koa/bodyparser";
import { toKoaMiddleware } from "@greenhook/koa";
import Koa from "koa";
import koaBodyparser from "koa-bodyparser";
import mount from "koa-mount";
import Koa2 from "koa2";
import { serveListener, type SetUp } from "../contract/set-up.ts";

type Middleware = Parameters<Koa["use"]>[0];

const states: readonly { name: string; behindBodyParser: boolean; before: readonly Middleware[] }[] = [
  { name: "without a parser", behindBodyParser: false, before: [] },
  { name: "mounted under a prefix", behindBodyParser: false, before: [] },
  { name: "after koa-bodyparser", behindBodyParser: true, before: [koaBodyparser()] },
  { name: "after @koa/bodyparser", behindBodyParser: true, before: [bodyParser() as Middleware] },
];

/** Koa 3 and 2, in every state in which a body may reach the adapter. */
export const koaSetUps: readonly SetUp[] = [
  { name: "Koa 3", create: () => new Koa() },
  { name: "Koa 2", create: () => new Koa2() as unknown as Koa },
].flatMap(({ name, create }) =>
  states.map((state) => ({
    name: `${name}, ${state.name}`,
    behindBodyParser: state.behindBodyParser,
    serve: (handler) => {
      const app = create();
      app.silent = true;
      for (const middleware of state.before) app.use(middleware);
      const prefix = state.name.includes("prefix") ? "/green-api/webhook" : "/";
      app.use(mount(prefix, toKoaMiddleware(handler)));
      return serveListener(app.callback(), prefix);
    },
  })),
);
