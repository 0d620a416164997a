import express from "express";
import { toExpressHandler } from "../../../packages/express/dist/index.js";
import { handler } from "./greenhook.mjs";

const app = express();
app.use("/", toExpressHandler(handler()));
app.listen(0, "127.0.0.1", function listening() {
  console.log(this.address().port);
});
