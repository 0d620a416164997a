import type { IncomingMessage } from "node:http";

/**
 * The chunks of a request's body. They may be left unread: the connection stays open for the response. A client that sends nothing for
 * `idleMilliseconds` of real time is cut off.
 */
export async function* chunksOf(request: IncomingMessage, idleMilliseconds: number): AsyncGenerator<Buffer, void> {
  const timer = setTimeout(() => request.destroy(), idleMilliseconds);
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      timer.refresh();
      yield chunk;
    }
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reads what the client of a call that was refused still sends, so that it gets to the response. One that sends more than `maxBytes` is cut
 * off. Never rejects.
 */
export async function drain(request: IncomingMessage, maxBytes: number, idleMilliseconds: number): Promise<void> {
  let left = maxBytes;
  try {
    for await (const chunk of chunksOf(request, idleMilliseconds)) {
      left -= chunk.length;
      if (left < 0) break;
    }
  } catch {
    // The client has gone.
  }
  if (left < 0) request.destroy();
}
