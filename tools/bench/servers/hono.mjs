import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { token } from "../message.mjs";

const app = new Hono().all("/", async (context) => {
  if (context.req.header("authorization") !== `Bearer ${token}`) return context.body(null, 401);
  const notification = await context.req.json();
  switch (notification.typeWebhook) {
    case "incomingMessageReceived":
      if (notification.messageData.typeMessage === "textMessage") break;
  }
  return context.json({ ok: true, outcome: "handled" });
});
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port));
