import type { WebhookHandler } from "@greenhook/core";
import { toLambdaHandler } from "@greenhook/lambda";
import { serveListener, type Serving, type SetUp } from "../contract/set-up.ts";
import { asText, httpApiEvent, restApiEvent, type ToEvent } from "./events.ts";

/** Events in each format, made of real requests as AWS documents it: what stands in front of a function reads the whole body first. */
export const lambdaSetUps: readonly SetUp[] = [
  { name: "Lambda, REST API, base64", behindBodyParser: false, serve: (handler) => serveEvents(handler, restApiEvent) },
  { name: "Lambda, HTTP API or function URL, base64", behindBodyParser: false, serve: (handler) => serveEvents(handler, httpApiEvent) },
  // Text has lost what isn't UTF-8.
  { name: "Lambda, REST API, text", behindBodyParser: true, serve: (handler) => serveEvents(handler, asText(restApiEvent)) },
  {
    name: "Lambda, HTTP API or function URL, text",
    behindBodyParser: true,
    serve: (handler) => serveEvents(handler, asText(httpApiEvent)),
  },
];

function serveEvents(handler: WebhookHandler, toEvent: ToEvent): Promise<Serving> {
  const invoke = toLambdaHandler(handler);
  return serveListener((request, response) => {
    const parts: Uint8Array[] = [];
    request.on("data", (part: Uint8Array) => parts.push(part));
    request.on("end", () => {
      void invoke(toEvent(request, Buffer.concat(parts))).then(({ statusCode, headers, body }) =>
        response.writeHead(statusCode, headers).end(body),
      );
    });
  });
}
