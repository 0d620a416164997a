import Koa from "koa";
import { toKoaMiddleware } from "../../../packages/koa/dist/index.js";
import { handler } from "./greenhook.mjs";

const app = new Koa();
app.use(toKoaMiddleware(handler()));
app.listen(0, "127.0.0.1", function listening() {
  console.log(this.address().port);
});
