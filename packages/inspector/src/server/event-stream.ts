import type { ServerResponse } from "node:http";
import type { DeliveryLog } from "../recording/delivery-log.ts";
import { maskRow } from "../masking/mask.ts";
import type { Hello } from "../page/inspector-messages.ts";
import { safetyHeaders } from "./safety-headers.ts";

const batch = 500;
const pauseMilliseconds = 100;

/**
 * Sends the rows of a log to one page as server-sent events, in batches. A page that can't keep up costs no memory here: sending stops until
 * its connection has drained, and continues with what the log still holds.
 */
export function sendEvents(response: ServerResponse, log: DeliveryLog, hello: Hello, after = 0): void {
  response.writeHead(200, { ...safetyHeaders, "content-type": "text/event-stream; charset=utf-8" });
  send(response, "hello", hello);
  let next = after >= log.nextId ? 0 : after + 1;
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    // Rows may be missing: cleared, or dropped for newer ones.
    for (let due = log.from(next, batch); due.length > 0 && !response.writableNeedDrain; due = log.from(next, batch)) {
      const rows = due.map(({ row }) => (hello.revealed ? row : maskRow(row)));
      next = rows.at(-1)!.id + 1;
      send(response, "rows", rows, next - 1);
    }
  };
  // The first row of a burst is sent at once, the others together.
  let flushedAt = 0;
  const soon = (): void => {
    if (timer !== undefined || response.writableNeedDrain) return;
    const wait = Math.max(0, flushedAt + pauseMilliseconds - Date.now());
    timer = setTimeout(() => {
      flushedAt = Date.now();
      flush();
    }, wait);
  };
  const stop = log.onAdded(soon);
  const beat = setInterval(() => response.write(":\n\n"), 15_000);
  response.on("drain", flush);
  response.on("close", () => {
    stop();
    clearTimeout(timer);
    clearInterval(beat);
  });
  flush();
}

function send(response: ServerResponse, event: string, data: unknown, id?: number): void {
  response.write(`event: ${event}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
}
