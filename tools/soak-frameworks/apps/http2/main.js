import { createServer } from "node:http";
import { connect, createServer as createServer2 } from "node:http2";
import { createContractHandler } from "@greenhook/core/contract";
import { toNodeListener } from "@greenhook/node";

const without = toNodeListener(createContractHandler({ quarantine: false }));
const withQuarantine = toNodeListener(createContractHandler({ quarantine: true }));
const server = createServer2((request, response) => (request.url === "/without" ? without : withQuarantine)(request, response));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

// The contract's runner speaks HTTP/1: a proxy as there would be in front.
const session = connect(`http://127.0.0.1:${server.address().port}`);
const own = new Set(["connection", "host", "transfer-encoding", "expect", "keep-alive"]);
const proxy = createServer((request, response) => {
  const headers = { ":method": request.method, ":path": request.url };
  for (const [name, values] of Object.entries(request.headersDistinct)) if (!own.has(name)) headers[name] = values.join(", ");
  const stream = session.request(headers, { endStream: false });
  stream.on("response", ({ ":status": status, ...sent }) => {
    response.writeHead(status, sent);
    stream.pipe(response);
  });
  stream.on("error", () => response.destroy());
  request.on("error", () => stream.close());
  request.pipe(stream);
});
proxy.listen(0, "127.0.0.1", () => console.log(`port ${proxy.address().port}`));
