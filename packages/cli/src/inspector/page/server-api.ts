import type { DeliveryDetail, DeliveryRow, Hello, ReplayAnswer, ReplayRequest } from "./inspector-messages.ts";

/** This run's key. It comes behind the address's `#`, which browsers send nowhere; a reload finds it again. */
const key: string = location.hash.slice(1) || (sessionStorage.getItem("greenhook-key") ?? "");
if (key !== "") sessionStorage.setItem("greenhook-key", key);

/** What a stream tells. */
export interface StreamListener {
  onHello(hello: Hello): void;
  onRows(rows: readonly DeliveryRow[]): void;
  onLost(why: string): void;
}

/** Asks for everything about one delivery. */
export async function fetchDetail(id: number, reveal: boolean, signal: AbortSignal | null = null): Promise<DeliveryDetail> {
  return (await call(`/api/deliveries/${id}?reveal=${reveal ? 1 : 0}`, { signal })) as DeliveryDetail;
}

/** Asks for one to be delivered once more. */
export async function replay(id: number, request: ReplayRequest): Promise<ReplayAnswer> {
  return (await call(`/api/deliveries/${id}/replay`, { method: "POST", body: JSON.stringify(request) })) as ReplayAnswer;
}

/** Has the server forget all deliveries. Returns the id that the next one gets. */
export async function clearDeliveries(): Promise<number> {
  return ((await call("/api/clear", { method: "POST" })) as { nextId: number }).nextId;
}

/** Why something failed, for whoever reads the page. */
export function reasonOf(error: unknown): string {
  // fetch's own.
  return error instanceof TypeError ? "The program doesn't answer" : (error as Error).message;
}

async function call(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(path, { ...init, headers: { "x-greenhook-key": key } });
  const body = (await response.json()) as { message?: string };
  if (!response.ok) throw new Error(body.message ?? `answered ${response.status}`);
  return body;
}

/**
 * Listens to the stream of server-sent events until the signal is aborted, and connects anew when it breaks. Read by fetch, since
 * `EventSource` can't send the key.
 */
export async function listen(reveal: boolean, listener: StreamListener, signal: AbortSignal): Promise<void> {
  let last = 0;
  for (;;) {
    try {
      const response = await fetch(`/api/stream?reveal=${reveal ? 1 : 0}`, {
        signal,
        headers: { "x-greenhook-key": key, ...(last === 0 ? {} : { "last-event-id": String(last) }) },
      });
      if (!response.ok || response.body === null) throw new Error(((await response.json()) as { message: string }).message);
      for await (const { event, data, id } of eventsIn(response.body)) {
        if (signal.aborted) return;
        if (event === "hello") listener.onHello(JSON.parse(data) as Hello);
        if (event === "rows") listener.onRows(JSON.parse(data) as DeliveryRow[]);
        last = Number(id || last);
      }
      throw new Error("The program has ended");
    } catch (error) {
      if (signal.aborted) return;
      listener.onLost(reasonOf(error));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function* eventsIn(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<{ event: string; data: string; id: string }> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  // Pieces are joined only once an event is whole: a long one costs no more than its length.
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
