import { Refusal } from "../receiving/refusal.ts";
import type { WebhookRequest } from "./webhook-request.ts";

/** A body in memory: bytes, text, or what a body parser made of it. */
export type ReadBody = { readonly bytes: Uint8Array } | { readonly text: string } | { readonly value: unknown };

/**
 * Brings the body into memory, within the limit, counted on the bytes seen. A compressed body is never inflated: with `keepEncoded` it is
 * read raw, so that the quarantine can have it, otherwise not at all.
 *
 * @throws Refusal TOO_LARGE, ENCODING, INCOMPLETE or BODY_CONSUMED.
 */
export function readBody(request: WebhookRequest, maxBodyBytes: number, keepEncoded: boolean): ReadBody | Promise<ReadBody> {
  const { body } = request;
  if (body.kind === "consumed") throw new Refusal("BODY_CONSUMED");
  if (body.kind === "read") return held(body.value, maxBodyBytes);
  if (request.contentLength !== undefined && request.contentLength > maxBodyBytes)
    throw new Refusal("TOO_LARGE", { leavesBodyUnread: true });

  const encoded = request.contentEncoding !== undefined && !/^(identity)?$/i.test(request.contentEncoding.trim());
  if (encoded && !keepEncoded) throw new Refusal("ENCODING", { leavesBodyUnread: true });
  return readChunks(body.chunks, request, maxBodyBytes, encoded);
}

async function readChunks(
  chunks: AsyncIterable<Uint8Array>,
  request: WebhookRequest,
  maxBodyBytes: number,
  encoded: boolean,
): Promise<{ readonly bytes: Uint8Array }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const iterator = chunks[Symbol.asyncIterator]();
  const aborted = request.signal === undefined ? undefined : whenAborted(request.signal);
  try {
    for (;;) {
      const next = iterator.next();
      const step = await (aborted === undefined ? next : Promise.race([next, aborted.promise]));
      if (step.done === true) break;
      length += step.value.byteLength;
      if (length > maxBodyBytes) {
        stop(iterator);
        throw new Refusal("TOO_LARGE", { leavesBodyUnread: true });
      }
      parts.push(step.value);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The client went away, or the stream broke.
    stop(iterator);
    throw new Refusal("INCOMPLETE", { leavesBodyUnread: true, cause: error });
  } finally {
    aborted?.forget();
  }
  if (request.contentLength !== undefined && length < request.contentLength) throw new Refusal("INCOMPLETE", { leavesBodyUnread: true });
  const bytes = parts.length === 1 ? parts[0]! : joined(parts, length);
  if (encoded && length > 0) throw new Refusal("ENCODING", { rejected: { bytes } });
  return { bytes };
}

/** What somebody else read already: bytes and text have the same limit and are decoded like any others. */
function held(value: unknown, maxBodyBytes: number): ReadBody {
  if (value instanceof ArrayBuffer) return held(new Uint8Array(value), maxBodyBytes);
  if (value instanceof Uint8Array) {
    if (value.byteLength > maxBodyBytes) throw new Refusal("TOO_LARGE");
    return { bytes: value };
  }
  if (typeof value === "string") {
    // A UTF-16 unit is at most three bytes of UTF-8: only a text in between needs counting.
    if (value.length > maxBodyBytes || (value.length * 3 > maxBodyBytes && new TextEncoder().encode(value).byteLength > maxBodyBytes)) {
      throw new Refusal("TOO_LARGE");
    }
    return { text: value };
  }
  return { value };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}

/** Lets go of the stream without waiting: one that never ends its read must not hold the answer back. */
function stop(iterator: AsyncIterator<Uint8Array>): void {
  iterator.return?.().then(undefined, () => undefined);
}

function whenAborted(signal: AbortSignal): { promise: Promise<never>; forget: () => void } {
  let listener = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    listener = () => reject(new Error("The request was aborted"));
    if (signal.aborted) listener();
    else signal.addEventListener("abort", listener, { once: true });
  });
  promise.catch(() => undefined);
  return { promise, forget: () => signal.removeEventListener("abort", listener) };
}
