import { createServer } from "node:http";
import azure from "@azure/functions";
import { createContractHandler } from "@greenhook/core/contract";
import { toFetchHandler } from "@greenhook/fetch";

const without = toFetchHandler(createContractHandler({ quarantine: false }));
const withQuarantine = toFetchHandler(createContractHandler({ quarantine: true }));

// What the host makes of a request: Azure's own class, with the whole body.
const host = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) headers[name] = values.join(", ");
  const body = request.method === "GET" || request.method === "HEAD" ? undefined : { bytes: Buffer.concat(chunks) };
  const incoming = new azure.HttpRequest({ method: request.method, url: `http://localhost${request.url}`, headers, body });
  const result = await (request.url === "/without" ? without : withQuarantine)(incoming, {});
  response.writeHead(result.status, Object.fromEntries(result.headers));
  response.end(Buffer.from(await result.arrayBuffer()));
});
host.listen(0, "127.0.0.1", () => console.log(`port ${host.address().port}`));
