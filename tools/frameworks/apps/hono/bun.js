import { app } from "./app.js";

console.log(`port ${Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: app.fetch }).port}`);
