import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { WebhookHandler } from "@greenhook/core";
import { checkRequest } from "./check-request.ts";
import type { DeliveryLog } from "./delivery-log.ts";
import { chatRows } from "./chat-rows.ts";
import { curlCommand } from "./curl-command.ts";
import { detailOf } from "./detail-of.ts";
import { sendEvents } from "./event-stream.ts";
import { maskRow } from "./mask.ts";
import { pageFiles } from "./page-files.ts";
import type { ReplayRequest } from "./page/inspector-messages.ts";
import { readJson } from "./read-json.ts";
import { deliverToHandler, replayDelivery } from "./replay-delivery.ts";
import { sampleNotification } from "./sample-notification.ts";
import { safetyHeaders } from "./safety-headers.ts";

export interface InspectorOptions {
  readonly log: DeliveryLog;
  /** The handler that replays go to. */
  readonly handler: WebhookHandler;
  /** The `Authorization` header that the handler expects. */
  readonly authorization: string;
  /** The URL of the receiver, for copied curl commands. */
  readonly webhookUrl: string;
  readonly port: number;
  readonly host: string;
}

export interface Inspector {
  /** The URL to open; it contains the key of this run. */
  readonly url: string;
  readonly port: number;
  readonly key: string;
  close(): Promise<void>;
}

/** Serves the page of the inspector, and its data to anyone with the URL that is returned. Rejects like Node's `listen`. */
export async function startInspector(options: InspectorOptions): Promise<Inspector> {
  const { log, host, webhookUrl } = options;
  const key = randomBytes(16).toString("hex");
  const accepted = { host, port: 0, key };
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.listen({ port: options.port, host });
  await once(server, "listening");
  accepted.port = (server.address() as AddressInfo).port;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Parsed once: the check for the key and the routing must never see two different paths in one target.
    const target = request.url ?? "/";
    if (!URL.canParse(target, "http://inspector")) return respond(response, 400, { message: "The request target isn't a valid URL" });
    const { pathname, searchParams } = new URL(target, "http://inspector");
    const refused = checkRequest(request, accepted, pageFiles().has(pathname));
    if (refused !== undefined) return respond(response, refused.status, { message: refused.message });
    const reveal = searchParams.get("reveal") === "1";
    const route = `${request.method} ${pathname.replace(/\d+/, ":id")}`;
    const delivery = log.get(Number(/\d+/.exec(pathname)?.[0]));
    switch (route) {
      case "GET /api/stream": {
        const { capacity, unauthenticatedCapacity } = log;
        const limits = { capacity, unauthenticatedCapacity };
        const after = Number(request.headers["last-event-id"] ?? 0);
        return sendEvents(
          response,
          log,
          { ...limits, webhookUrl, curl: curlCommand(webhookUrl, JSON.stringify(sampleNotification())), revealed: reveal },
          after,
        );
      }
      case "POST /api/clear":
        log.clear();
        return respond(response, 200, { nextId: log.nextId });
      case "GET /api/deliveries/:id":
        if (delivery === undefined) return respond(response, 404, gone);
        return respond(response, 200, detailOf(delivery, { reveal, webhookUrl }));
      case "GET /api/deliveries/:id/chat": {
        if (delivery === undefined) return respond(response, 404, gone);
        const rows = chatRows(log, delivery.row);
        return respond(response, 200, reveal ? rows : rows.map(maskRow));
      }
      case "POST /api/sample": {
        const body = Buffer.from(JSON.stringify(sampleNotification()));
        return respond(response, 200, await deliverToHandler(body, options));
      }
      case "POST /api/deliveries/:id/replay": {
        if (delivery === undefined) return respond(response, 404, gone);
        const replay = (await readJson(request)) as ReplayRequest | undefined;
        if (typeof replay?.target !== "string") return respond(response, 400, { message: 'The body must be JSON with a "target"' });
        return respond(response, 200, await replayDelivery(delivery, replay, options));
      }
      default:
        return servePage(request, response, pathname);
    }
  }

  return {
    url: `http://${host === "0.0.0.0" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host}:${accepted.port}/#${key}`,
    port: accepted.port,
    key,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const gone = { message: "This delivery is gone: it was cleared, or dropped for newer ones" };

function servePage(request: IncomingMessage, response: ServerResponse, pathname: string): void {
  const file = pageFiles().get(pathname);
  if (file === undefined || (request.method !== "GET" && request.method !== "HEAD")) {
    return respond(response, file === undefined ? 404 : 405, { message: "Not found" });
  }
  response.writeHead(200, { ...safetyHeaders, "content-type": file.type });
  response.end(request.method === "HEAD" ? undefined : file.content);
}

function respond(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { ...safetyHeaders, "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}
