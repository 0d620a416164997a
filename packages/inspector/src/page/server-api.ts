import type {
  DeliveryDetail,
  DeliveryRow,
  Drift,
  Hello,
  InboxItemDetail,
  InboxOverview,
  ReplayResult,
  ReplayRequest,
} from "./inspector-messages.ts";

/** The key of this run, from behind the `#` of the URL, which browsers don't send; kept for reloads. */
const key: string = location.hash.slice(1) || (sessionStorage.getItem("greenhook-key") ?? "");
if (key !== "") sessionStorage.setItem("greenhook-key", key);

export interface StreamListener {
  onHello(hello: Hello): void;
  onRows(rows: readonly DeliveryRow[]): void;
  /** @param isRefused whether greenhook answered, but refused the request */
  onLost(why: string, isRefused: boolean): void;
}

export async function fetchDetail(id: number, reveal: boolean, signal: AbortSignal | null = null): Promise<DeliveryDetail> {
  return (await call(`api/deliveries/${id}?reveal=${reveal ? 1 : 0}`, { signal })) as DeliveryDetail;
}

export async function fetchChat(id: number, reveal: boolean): Promise<readonly DeliveryRow[]> {
  return (await call(`api/deliveries/${id}/chat?reveal=${reveal ? 1 : 0}`)) as readonly DeliveryRow[];
}

export async function fetchDrift(): Promise<Drift> {
  return (await call("api/drift")) as Drift;
}

export async function sendSample(): Promise<ReplayResult> {
  return (await call("api/sample", { method: "POST" })) as ReplayResult;
}

export async function replay(id: number, request: ReplayRequest): Promise<ReplayResult> {
  return (await call(`api/deliveries/${id}/replay`, { method: "POST", body: JSON.stringify(request) })) as ReplayResult;
}

/** Deletes all deliveries on the server. Returns the id of the next one. */
export async function clearDeliveries(): Promise<number> {
  return ((await call("api/clear", { method: "POST" })) as { nextId: number }).nextId;
}

export async function fetchInbox(
  { state, lane }: { readonly state: string; readonly lane?: string | undefined },
  reveal: boolean,
): Promise<InboxOverview> {
  const query = new URLSearchParams({ state, reveal: reveal ? "1" : "0", ...(lane === undefined ? {} : { lane }) });
  return (await call(`api/inbox?${query.toString()}`)) as InboxOverview;
}

export async function fetchInboxItem(id: string, reveal: boolean): Promise<InboxItemDetail> {
  return (await call(`api/inbox/items/${encodeURIComponent(id)}?reveal=${reveal ? 1 : 0}`)) as InboxItemDetail;
}

/** Each resolves to how many items were changed. */
export const retryDeadItems = (): Promise<number> => change("api/inbox/retry");
export const retryInboxItem = (id: string): Promise<number> => change(`api/inbox/items/${encodeURIComponent(id)}/retry`);
export const eraseInboxItem = (id: string): Promise<number> => change(`api/inbox/items/${encodeURIComponent(id)}/erase`);

async function change(path: string): Promise<number> {
  return ((await call(path, { method: "POST" })) as { count: number }).count;
}

/** Why a request failed, to be shown. */
export function reasonOf(error: unknown): string {
  // fetch throws a TypeError if there is no connection.
  return error instanceof TypeError ? "Can't reach greenhook: is it running?" : (error as Error).message;
}

async function call(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(path, { ...init, headers: { "x-greenhook-key": key } });
  const body = (await response.json()) as { message?: string };
  if (!response.ok) throw new Error(body.message ?? `answered ${response.status}`);
  return body;
}

/**
 * Reads the stream of server-sent events until the signal aborts, and reconnects when it breaks. By fetch, since `EventSource` can't send the
 * key.
 */
export async function listen(reveal: boolean, listener: StreamListener, signal: AbortSignal): Promise<void> {
  let last = 0;
  for (;;) {
    let isRefused = false;
    try {
      const response = await fetch(`api/stream?reveal=${reveal ? 1 : 0}`, {
        signal,
        headers: { "x-greenhook-key": key, ...(last === 0 ? {} : { "last-event-id": String(last) }) },
      });
      isRefused = !response.ok;
      if (!response.ok || response.body === null) throw new Error(((await response.json()) as { message: string }).message);
      for await (const { event, data, id } of eventsIn(response.body)) {
        if (signal.aborted) return;
        if (event === "hello") listener.onHello(JSON.parse(data) as Hello);
        if (event === "rows") listener.onRows(JSON.parse(data) as DeliveryRow[]);
        last = Number(id || last);
      }
      throw new Error("greenhook has stopped");
    } catch (error) {
      if (signal.aborted) return;
      listener.onLost(reasonOf(error), isRefused);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function* eventsIn(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<{ event: string; data: string; id: string }> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  // Pieces are joined only once an event is complete, so that a long one takes linear time.
  let pieces: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    pieces.push(value);
    if (!value.includes("\n\n") && !(value.startsWith("\n") && pieces.at(-2)?.endsWith("\n"))) continue;
    const blocks = pieces.join("").split("\n\n");
    pieces = [blocks.pop()!];
    for (const block of blocks) {
      const fields = new Map(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
      yield { event: fields.get("event") ?? "", data: fields.get("data") ?? "", id: fields.get("id") ?? "" };
    }
  }
}
