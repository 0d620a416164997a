import { maskBrokenJson, maskText, maskValue } from "../masking/mask.ts";
import { plainLines, rawLines } from "../reading/raw-lines.ts";
import type { InboxItemDetail } from "../page/inspector-messages.ts";
import { inboxOverview } from "./inbox-overview.ts";
import type { InspectedInbox, InspectedInboxItem } from "./inspected-inbox.ts";

interface InboxResponse {
  readonly status: number;
  readonly body: object;
}

/** Responds to the page's requests about its inbox; `undefined` for another path. */
export async function serveInbox(
  inbox: InspectedInbox | undefined,
  method: string | undefined,
  path: string,
  query: URLSearchParams,
): Promise<InboxResponse | undefined> {
  if (path !== "/api/inbox" && !path.startsWith("/api/inbox/")) return undefined;
  if (inbox === undefined) return { status: 404, body: { message: "There is no inbox here" } };
  try {
    return await serve(inbox, method, path, query);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown error";
    return { status: 503, body: { message: `Cannot read the inbox: ${maskText(reason)}` } };
  }
}

async function serve(inbox: InspectedInbox, method: string | undefined, path: string, query: URLSearchParams): Promise<InboxResponse> {
  const reveal = query.get("reveal") === "1";
  const state = states.find((each) => each === query.get("state")) ?? "dead";
  switch (`${method} ${path}`) {
    case "GET /api/inbox":
      return { status: 200, body: await inboxOverview(inbox, { state, laneId: query.get("lane"), reveal }) };
    case "POST /api/inbox/retry":
      return { status: 200, body: { count: await inbox.items.retry({ state: "dead" }) } };
  }
  const [, encoded, action = ""] = /^\/api\/inbox\/items\/([^/]{1,400})(\/[a-z]+)?$/.exec(path) ?? [];
  const id = encoded === undefined ? undefined : decoded(encoded);
  if (id === undefined) return { status: 404, body: { message: "Not found" } };
  switch (`${method} ${action}`) {
    case "GET ":
      return { status: 200, body: await detailOf(inbox, id, reveal) };
    case "POST /retry":
      return { status: 200, body: { count: await inbox.items.retry({ ids: [id] }) } };
    case "POST /erase":
      return { status: 200, body: { count: await inbox.items.erase({ ids: [id] }) } };
    default:
      return { status: 405, body: { message: "Not found" } };
  }
}

const states: readonly InspectedInboxItem["state"][] = ["dead", "waiting", "running", "done"];

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

async function detailOf(inbox: InspectedInbox, id: string, reveal: boolean): Promise<InboxItemDetail> {
  const text = await inbox.items.textOf(id);
  if (text === undefined) return { raw: [] };
  const value = parsed(text);
  if (value === undefined) return { raw: plainLines(reveal ? text : maskBrokenJson(text), undefined, "") };
  return { raw: rawLines(reveal ? value : maskValue(value), { issues: [], unknownFields: [] }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
