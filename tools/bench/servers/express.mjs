import express from "express";
import { token } from "../message.mjs";

// The receiver that people write by hand.
const app = express();
app.use(express.json());
app.post("/", (request, response) => {
  if (request.headers.authorization !== `Bearer ${token}`) return response.sendStatus(401);
  switch (request.body.typeWebhook) {
    case "incomingMessageReceived":
      if (request.body.messageData.typeMessage === "textMessage") break;
  }
  response.sendStatus(200);
});
app.listen(0, "127.0.0.1", function listening() {
  console.log(this.address().port);
});
