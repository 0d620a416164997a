import type { WebhookBody } from "@greenhook/core";

/** The same body; each chunk that is read is passed to `keep` too. */
export function copyBody(body: WebhookBody, keep: (chunk: Uint8Array) => void): WebhookBody {
  if (body.kind === "unread") return { kind: "unread", chunks: copying(body.chunks, keep) };
  if (body.kind === "read") {
    const { value } = body;
    keep(value instanceof Uint8Array ? value : Buffer.from(typeof value === "string" ? value : (JSON.stringify(value) ?? "")));
  }
  return body;
}

/** Forwards each call: a generator would delay `return` until the pending chunk arrives. */
function copying(chunks: AsyncIterable<Uint8Array>, keep: (chunk: Uint8Array) => void): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () => {
      const inner = chunks[Symbol.asyncIterator]();
      return {
        next: async () => {
          const result = await inner.next();
          if (result.done !== true) keep(result.value);
          return result;
        },
        return: async () => (await inner.return?.()) ?? { done: true, value: undefined },
      };
    },
  };
}
