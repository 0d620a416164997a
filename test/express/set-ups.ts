import type { WebhookHandler } from "@greenhook/core";
import { toExpressHandler } from "@greenhook/express";
import express from "express";
import express4 from "express4";
import { serveListener, type SetUp } from "../contract/set-up.ts";

type Framework = typeof express;
type Mount = (framework: Framework, app: ReturnType<Framework>, handler: WebhookHandler) => void;

const keepRawBody = (request: object, _response: unknown, rawBody: Uint8Array): void => void Object.assign(request, { rawBody });

const states: readonly { name: string; behindBodyParser: boolean; mount: Mount }[] = [
  { name: "before any parser", behindBodyParser: false, mount: (_, app, handler) => app.use(toExpressHandler(handler)) },
  {
    name: "under a prefix, in a router",
    behindBodyParser: false,
    mount: (framework, app, handler) => app.use("/green-api", framework.Router().use("/webhook", toExpressHandler(handler))),
  },
  after("express.json()", (framework) => framework.json()),
  after("express.json() that keeps rawBody", (framework) => framework.json({ verify: keepRawBody })),
  after("express.raw()", (framework) => framework.raw({ type: () => true })),
  after("express.text()", (framework) => framework.text({ type: () => true })),
  after("express.urlencoded()", (framework) => framework.urlencoded({ extended: false })),
];

/** Express 5 and 4, in every state in which a body may reach the adapter. */
export const expressSetUps: readonly SetUp[] = [
  { name: "Express 5", framework: express },
  { name: "Express 4", framework: express4 as unknown as Framework },
].flatMap(({ name, framework }) =>
  states.map((state) => ({
    name: `${name}, ${state.name}`,
    behindBodyParser: state.behindBodyParser,
    serve: (handler) => {
      const app = framework();
      // Its error pages go to the client, and a copy to the console of the test run.
      app.set("env", "test");
      state.mount(framework, app, handler);
      return serveListener(app, state.name.includes("prefix") ? "/green-api/webhook" : "/");
    },
  })),
);

function after(name: string, parser: (framework: Framework) => ReturnType<Framework["json"]>): (typeof states)[number] {
  return {
    name: `after ${name}`,
    behindBodyParser: true,
    mount: (framework, app, handler) => void app.use(parser(framework)).use(toExpressHandler(handler)),
  };
}
