import { startLocalApi } from "../api/local-api.ts";

/** What a queue's server does with one request; `ok` is what GREEN-API does. */
export type QueueFault = "ok" | "502" | "429" | "reset" | "html" | "cut" | "empty" | "lost response";

/** A real server with GREEN-API's queue: the first notification again and again until it is deleted. */
export async function startQueueServer(
  notifications: readonly unknown[],
  fault: (verb: string) => QueueFault = () => "ok",
  { onHandled, onDeleted }: { onHandled?: (timestamp: number) => void; onDeleted?: (receiptId: number) => void } = {},
) {
  const queue = notifications.map((body, index) => ({ receiptId: index + 1, body }));
  const deleted: number[] = [];
  const api = await startLocalApi(({ verb, path }, response, request) => {
    if (path.startsWith("/handled/")) {
      onHandled?.(Number(path.split("/").at(-1)));
      return void response.end();
    }
    const what = fault(verb);
    if (what === "reset") return void request.socket.destroy();
    if (what === "502" || what === "429") return void response.writeHead(Number(what)).end("<html>");
    if (what === "html") return void response.end("<html>captive portal</html>");
    if (what === "empty") return void response.end();
    if (verb === "GET") {
      const text = JSON.stringify(queue[0] ?? null);
      return void response.end(what === "cut" ? text.slice(0, -5) : text);
    }
    const receiptId = Number(path.split("/").at(-1));
    const result = queue[0]?.receiptId === receiptId;
    if (result) {
      queue.shift();
      deleted.push(receiptId);
      onDeleted?.(receiptId);
    }
    if (what === "lost response") return void request.socket.destroy();
    response.end(JSON.stringify({ result, reason: "" }));
  });
  return { ...api, queue, deleted };
}

/** A notification that is told from others by its timestamp. */
export function stateChange(timestamp: number) {
  return { typeWebhook: "stateInstanceChanged", instanceData: { idInstance: 1 }, timestamp, stateInstance: "authorized" };
}

/** Random numbers that are the same in each run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
