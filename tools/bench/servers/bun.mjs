import { token } from "../message.mjs";

// Bun without us, answering the bytes that we answer.
const server = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  fetch: async (request) => {
    if (request.headers.get("authorization") !== `Bearer ${token}`) return new Response(null, { status: 401 });
    const notification = await request.json();
    switch (notification.typeWebhook) {
      case "incomingMessageReceived":
        if (notification.messageData.typeMessage === "textMessage") break;
    }
    return Response.json({ ok: true, outcome: "handled" });
  },
});
console.log(server.port);
