import { createContractHandler } from "@greenhook/core/contract";
import { toNodeListener } from "@greenhook/node";
import hapi from "@hapi/hapi";

const listeners = new Map([
  ["/without", toNodeListener(createContractHandler({ quarantine: false }))],
  ["/with", toNodeListener(createContractHandler({ quarantine: true }))],
]);
const server = hapi.server({ port: 0, host: "127.0.0.1" });
// Before Hapi reads the body.
server.ext("onRequest", async (request, h) => {
  const listen = listeners.get(request.path);
  if (listen === undefined) return h.continue;
  await listen(request.raw.req, request.raw.res);
  return h.abandon;
});
await server.start();
console.log(`port ${server.info.port}`);
