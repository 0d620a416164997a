// Preloaded into the examples: whatever port they name, they listen on a free one, and say which.
import { Server } from "node:net";

const { listen } = Server.prototype; // oxlint-disable-line typescript/unbound-method
Server.prototype.listen = function listenOnAny(...args) {
  const callback = args.find((arg) => typeof arg === "function");
  this.once("listening", () => console.log(`any-port: ${this.address().port}`));
  return Reflect.apply(listen, this, [{ port: 0, host: "127.0.0.1" }, ...(callback === undefined ? [] : [callback])]);
};
