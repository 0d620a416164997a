import type { IncomingMessage, ServerResponse } from "node:http";
import type { InspectedInbox } from "../inbox/inspected-inbox.ts";
import { serveInbox } from "../inbox/serve-inbox.ts";
import { maskRow } from "../masking/mask.ts";
import type { ReplayRequest } from "../page/inspector-messages.ts";
import { chatRows } from "../reading/chat-rows.ts";
import { curlCommand } from "../reading/curl-command.ts";
import { detailOf } from "../reading/detail-of.ts";
import type { DriftReport } from "../reading/drift-report.ts";
import type { DeliveryLog } from "../recording/delivery-log.ts";
import { checkRequest, type AcceptedRequests } from "./check-request.ts";
import { sendEvents } from "./event-stream.ts";
import { pageFiles } from "./page-files.ts";
import { readJson } from "./read-json.ts";
import { replayDelivery, type OwnReceiver } from "./replay-delivery.ts";
import { safetyHeaders } from "./safety-headers.ts";
import { sampleNotification } from "./sample-notification.ts";

/** What the page shows, and what it can do. */
export interface PageContext {
  readonly log: DeliveryLog;
  readonly drift: DriftReport;
  readonly own: OwnReceiver;
  readonly inbox: InspectedInbox | undefined;
  readonly accepted: AcceptedRequests;
  /** The URL of the receiver, for copied curl commands. */
  readonly webhookUrl: () => string;
  /** Where the page is mounted, if the framework doesn't strip it from the path. */
  readonly path: string;
}

/** Serves the page and its data. */
export function pageListener(context: PageContext): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => void serve(request, response, context).catch(() => response.destroy());
}

async function serve(request: IncomingMessage, response: ServerResponse, context: PageContext): Promise<void> {
  const { log, drift, own, accepted, inbox } = context;
  const webhookUrl = context.webhookUrl();
  // Parsed once: the check for the key and the routing must never see two different paths in one target.
  const target = request.url ?? "/";
  if (!URL.canParse(target, "http://inspector")) return respond(response, 400, { message: "The request target isn't a valid URL" });
  const { pathname, searchParams } = new URL(target, "http://inspector");
  const path = withoutPrefix(pathname, context.path);
  const refused = checkRequest(request, accepted, pageFiles().has(path));
  if (refused !== undefined) return respond(response, refused.status, { message: refused.message });
  const [, id, action = ""] = /^\/api\/deliveries\/(\d{1,15})(\/[a-z]+)?$/.exec(path) ?? [];
  const reveal = searchParams.get("reveal") === "1";

  if (id !== undefined) {
    const delivery = log.get(Number(id));
    if (delivery === undefined) return respond(response, 404, gone);
    switch (`${request.method} ${action}`) {
      case "GET ":
        return respond(response, 200, await detailOf(delivery, { reveal, webhookUrl }));
      case "GET /chat": {
        const rows = chatRows(log, delivery.row);
        return respond(response, 200, reveal ? rows : rows.map(maskRow));
      }
      case "POST /replay": {
        const replay = (await readJson(request)) as ReplayRequest | undefined;
        if (typeof replay?.target !== "string") return respond(response, 400, { message: 'The body must be JSON with a "target"' });
        return respond(response, 200, await replayDelivery(delivery, replay, own));
      }
      default:
        return respond(response, 405, notFound);
    }
  }
  const ofInbox = await serveInbox(inbox, request.method, path, searchParams);
  if (ofInbox !== undefined) return respond(response, ofInbox.status, ofInbox.body);
  switch (`${request.method} ${path}`) {
    case "GET /api/stream": {
      const { capacity, unauthenticatedCapacity } = log;
      const curl = curlCommand(webhookUrl, JSON.stringify(sampleNotification()));
      const after = Number(request.headers["last-event-id"] ?? 0);
      const hello = { capacity, unauthenticatedCapacity, webhookUrl, curl, revealed: reveal, inbox: inbox !== undefined };
      return sendEvents(response, log, hello, after);
    }
    case "GET /api/drift":
      return respond(response, 200, { entries: drift.entries, omitted: drift.omitted });
    case "POST /api/clear":
      log.clear();
      return respond(response, 200, { nextId: log.nextId });
    case "POST /api/sample":
      return respond(response, 200, await own.deliver(Buffer.from(JSON.stringify(sampleNotification()))));
    default:
      return servePage(request, response, path);
  }
}

const gone = { message: "This delivery is gone: it was cleared, or dropped for newer ones" };
const notFound = { message: "Not found" };

function servePage(request: IncomingMessage, response: ServerResponse, path: string): void {
  const file = pageFiles().get(path);
  if (file === undefined || (request.method !== "GET" && request.method !== "HEAD")) {
    return respond(response, file === undefined ? 404 : 405, notFound);
  }
  // Its URLs are relative: without the slash they would be those of the folder above.
  const { originalUrl } = request as IncomingMessage & { readonly originalUrl?: string };
  const [mounted = ""] = (originalUrl ?? request.url ?? "").split("?");
  if (path === "/" && !mounted.endsWith("/")) {
    response.writeHead(308, { ...safetyHeaders, location: `${mounted.slice(mounted.lastIndexOf("/") + 1)}/` });
    return void response.end();
  }
  response.writeHead(200, { ...safetyHeaders, "content-type": file.type });
  response.end(request.method === "HEAD" ? undefined : file.content);
}

function withoutPrefix(pathname: string, prefix: string): string {
  const bare = prefix.endsWith("/") ? prefix.slice(0, -1) : prefix;
  if (bare === "" || (pathname !== bare && !pathname.startsWith(`${bare}/`))) return pathname;
  return pathname.slice(bare.length) || "/";
}

function respond(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { ...safetyHeaders, "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}
