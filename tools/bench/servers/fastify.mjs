import fastify from "fastify";
import { token } from "../message.mjs";

const app = fastify();
app.post("/", async (request, reply) => {
  if (request.headers.authorization !== `Bearer ${token}`) return reply.code(401).send();
  switch (request.body.typeWebhook) {
    case "incomingMessageReceived":
      if (request.body.messageData.typeMessage === "textMessage") break;
  }
  return reply.code(200).send();
});
await app.listen({ port: 0, host: "127.0.0.1" });
console.log(app.server.address().port);
