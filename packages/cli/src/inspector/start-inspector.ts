import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { WebhookHandler } from "@greenhook/core";
import { checkRequest } from "./check-request.ts";
import type { DeliveryLog } from "./delivery-log.ts";
import { detailOf } from "./detail-of.ts";
import { sendEvents } from "./event-stream.ts";
import { pageFiles } from "./page-files.ts";
import type { ReplayRequest } from "./page/inspector-messages.ts";
import { readJson } from "./read-json.ts";
import { replayDelivery } from "./replay-delivery.ts";
import { safetyHeaders } from "./safety-headers.ts";

/** What {@link startInspector} takes. */
export interface InspectorOptions {
  readonly log: DeliveryLog;
  /** Where replays go. */
  readonly handler: WebhookHandler;
  /** The header that the handler wants. */
  readonly authorization: string;
  /** The receiver's own address, for what is copied. */
  readonly webhookUrl: string;
  readonly port: number;
  readonly host: string;
}

/** A running inspector. */
export interface Inspector {
  /** The address to open, this run's key in it. */
  readonly url: string;
  readonly port: number;
  readonly key: string;
  close(): Promise<void>;
}

/** Serves the inspector's page, and what it shows, to whoever has the address that is returned. Rejects as Node's `listen` does. */
export async function startInspector(options: InspectorOptions): Promise<Inspector> {
  const { log, host, webhookUrl } = options;
  const key = randomBytes(16).toString("hex");
  const visitors = { host, port: 0, key };
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  server.listen({ port: options.port, host });
  await once(server, "listening");
  visitors.port = (server.address() as AddressInfo).port;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Parsed once: what asks for the key and what routes must never read two different paths out of one target.
    const target = request.url ?? "/";
    if (!URL.canParse(target, "http://inspector")) return answer(response, 400, { message: "The request target isn't a URL" });
    const { pathname, searchParams } = new URL(target, "http://inspector");
    const refused = checkRequest(request, visitors, pageFiles().has(pathname));
    if (refused !== undefined) return answer(response, refused.status, { message: refused.message });
    const reveal = searchParams.get("reveal") === "1";
    const route = `${request.method} ${pathname.replace(/\d+/, ":id")}`;
    const delivery = log.get(Number(/\d+/.exec(pathname)?.[0]));
    switch (route) {
      case "GET /api/stream": {
        const { capacity, unauthenticatedCapacity } = log;
        const after = Number(request.headers["last-event-id"] ?? 0);
        return sendEvents(response, log, { capacity, unauthenticatedCapacity, webhookUrl, revealed: reveal }, after);
      }
      case "POST /api/clear":
        log.clear();
        return answer(response, 200, { nextId: log.nextId });
      case "GET /api/deliveries/:id":
        if (delivery === undefined) return answer(response, 404, gone);
        return answer(response, 200, detailOf(delivery, { reveal, webhookUrl }));
      case "POST /api/deliveries/:id/replay": {
        if (delivery === undefined) return answer(response, 404, gone);
        const asked = (await readJson(request)) as ReplayRequest | undefined;
        if (typeof asked?.target !== "string") return answer(response, 400, { message: "Say where to replay it to" });
        return answer(response, 200, await replayDelivery(delivery, asked, options));
      }
      default:
        return servePage(request, response, pathname);
    }
  }

  return {
    url: `http://${host === "0.0.0.0" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host}:${visitors.port}/#${key}`,
    port: visitors.port,
    key,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const gone = { message: "This delivery isn't kept any more: it was cleared, or newer ones took its place" };

function servePage(request: IncomingMessage, response: ServerResponse, pathname: string): void {
  const file = pageFiles().get(pathname);
  if (file === undefined || (request.method !== "GET" && request.method !== "HEAD")) {
    return answer(response, file === undefined ? 404 : 405, { message: "Nothing is served here" });
  }
  response.writeHead(200, { ...safetyHeaders, "content-type": file.type });
  response.end(request.method === "HEAD" ? undefined : file.content);
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { ...safetyHeaders, "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}
