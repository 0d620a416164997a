import Koa from "koa";
import bodyParser from "koa-bodyparser";
import { token } from "../message.mjs";

const app = new Koa();
app.use(bodyParser());
app.use((context) => {
  if (context.headers.authorization !== `Bearer ${token}`) {
    context.status = 401;
    return;
  }
  switch (context.request.body.typeWebhook) {
    case "incomingMessageReceived":
      if (context.request.body.messageData.typeMessage === "textMessage") break;
  }
  context.status = 200;
});
app.listen(0, "127.0.0.1", function listening() {
  console.log(this.address().port);
});
