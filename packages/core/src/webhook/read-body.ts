import { JoinedBytes } from "../bytes/joined-bytes.ts";
import type { ArrivalBody } from "../receiving/arrival.ts";
import { Refusal } from "../receiving/refusal.ts";
import type { WebhookRequest } from "./webhook-request.ts";

/**
 * Reads the body into memory, within a limit that is counted on the bytes that arrive. A compressed body is never inflated: with
 * `keepEncoded` it is read raw, for the quarantine; without, it stays unread.
 *
 * @throws Refusal TOO_LARGE, ENCODING, INCOMPLETE or BODY_CONSUMED.
 */
export function readBody(request: WebhookRequest, maxBodyBytes: number, keepEncoded: boolean): ArrivalBody | Promise<ArrivalBody> {
  const { body } = request;
  if (body.kind === "consumed") throw new Refusal("BODY_CONSUMED", "cause" in body ? { cause: body.cause } : {});
  if (body.kind === "read") return fromParser(body.value, maxBodyBytes);
  const { contentLength } = request;
  if (contentLength !== undefined && contentLength > maxBodyBytes) throw new Refusal("TOO_LARGE", { leavesBodyUnread: true });

  const contentEncoding = /^(identity)?$/i.test(request.contentEncoding?.trim() ?? "") ? undefined : request.contentEncoding;
  if (contentEncoding !== undefined && !keepEncoded) throw new Refusal("ENCODING", { leavesBodyUnread: true });
  return readChunks(body.chunks, contentLength, maxBodyBytes, contentEncoding);
}

async function readChunks(
  chunks: AsyncIterable<unknown>,
  contentLength: number | undefined,
  maxBodyBytes: number,
  contentEncoding: string | undefined,
): Promise<ArrivalBody> {
  const body = new JoinedBytes();
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) {
      const bytes = bytesOfChunk(step.value);
      if (body.length + bytes.byteLength > maxBodyBytes) throw new Refusal("TOO_LARGE", { leavesBodyUnread: true });
      body.add(bytes);
    }
  } catch (error) {
    release(iterator);
    // Anything but a refusal means that the client went away, or that the stream broke.
    throw error instanceof Refusal ? error : new Refusal("INCOMPLETE", { leavesBodyUnread: true, cause: error });
  }
  if (contentLength !== undefined && body.length < contentLength) throw new Refusal("INCOMPLETE", { leavesBodyUnread: true });
  return { kind: "bytes", bytes: body.joined(), contentEncoding };
}

/** A body that was read before: bytes and text have the same limit, and are decoded like any others. */
function fromParser(value: unknown, maxBodyBytes: number): ArrivalBody {
  const bytes = bytesIn(value);
  if (bytes !== undefined) {
    if (bytes.byteLength > maxBodyBytes) throw new Refusal("TOO_LARGE");
    return { kind: "bytes", bytes };
  }
  if (typeof value === "string") {
    // A UTF-16 unit is at most three bytes of UTF-8: only a text in between needs counting.
    if (value.length > maxBodyBytes || (value.length * 3 > maxBodyBytes && new TextEncoder().encode(value).byteLength > maxBodyBytes)) {
      throw new Refusal("TOO_LARGE");
    }
    return { kind: "text", text: value };
  }
  return { kind: "value", value };
}

/** Streams promise a `Uint8Array`; some give other views, or text where an encoding is set. */
function bytesOfChunk(chunk: unknown): Uint8Array {
  const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : bytesIn(chunk);
  if (bytes !== undefined) return bytes;
  const cause = new TypeError(`Cannot read the body: a chunk is of type ${typeof chunk}, not bytes`);
  throw new Refusal("INTERNAL", { leavesBodyUnread: true, cause });
}

/** Jest has a `Uint8Array` of its own, of which Node's buffers are no instances: but they are views. */
function bytesIn(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
}

/** Doesn't wait: a stream that never releases must not delay the response. */
function release(iterator: AsyncIterator<unknown>): void {
  iterator.return?.().then(undefined, () => undefined);
}
