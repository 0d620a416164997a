import { createServer } from "node:http";
import { createContractHandler } from "@greenhook/core/contract";
import { toExpressHandler } from "@greenhook/express";
import express from "express";
import serverless from "serverless-http";

const app = express();
app.use("/without", toExpressHandler(createContractHandler({ quarantine: false })));
app.use("/with", toExpressHandler(createContractHandler({ quarantine: true })));
const invoke = serverless(app, { binary: ["application/octet-stream"] });

// What a function URL makes of a request, and of the function's result.
const gateway = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) headers[name] = values.join(",");
  const {
    statusCode,
    headers: sent,
    body,
    isBase64Encoded,
  } = await invoke({
    version: "2.0",
    rawPath: request.url,
    rawQueryString: "",
    headers,
    requestContext: { http: { method: request.method, path: request.url, sourceIp: "127.0.0.1" } },
    body: Buffer.concat(chunks).toString("base64"),
    isBase64Encoded: true,
  });
  response.writeHead(statusCode, sent);
  response.end(Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"));
});
gateway.listen(0, "127.0.0.1", () => console.log(`port ${gateway.address().port}`));
