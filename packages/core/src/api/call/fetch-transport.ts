import type { ByteStream } from "../methods/file-input.ts";
import { failureFrom } from "./transport-failure.ts";
import { joinWithin, type Transport, type TransportRequest } from "./transport.ts";
import { UploadBody } from "./upload-body.ts";

/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob | ReadableStream;
  /** Set where the body is a stream. */
  readonly duplex?: "half";
  readonly redirect: "manual";
  readonly signal: AbortSignal;
}

/** The part of a `Response` that is used. */
export interface FetchResponse {
  readonly status: number;
  readonly type: string;
  readonly headers: { get(name: string): string | null };
  readonly body: ByteStream | null;
}

/** A transport over any `fetch`. How long connecting may take is its choice; the client's own timeouts hold. */
export function fetchTransport(fetch: Fetch): Transport {
  return {
    async send({ url, verb, headers, body, maxResponseBytes, signal, onChunk, onHeaders }: TransportRequest) {
      try {
        const response = await fetch(url, {
          method: verb,
          headers,
          ...(body instanceof UploadBody ? uploadOf(body, signal, onChunk) : body === undefined ? undefined : { body }),
          redirect: "manual",
          signal,
        });
        onHeaders();
        return {
          // A browser hides the status of a redirect.
          status: response.type === "opaqueredirect" ? 302 : response.status,
          retryAfter: response.headers.get("retry-after") ?? undefined,
          bytes: await joinWithin(chunksOf(response), maxResponseBytes),
        };
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        throw (body instanceof UploadBody ? body.failure : undefined) ?? failureFrom(error);
      }
    },
  };
}

async function* chunksOf(response: FetchResponse): AsyncGenerator<Uint8Array, void> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value !== undefined) yield value;
    }
  } finally {
    // Where the reading stopped early, this frees the connection. Its errors no longer matter.
    await reader.cancel().catch(() => {});
  }
}

/** Bytes and blobs are sent as one blob, which every runtime streams; others as a stream, which not every browser sends. */
function uploadOf(body: UploadBody, signal: AbortSignal, onChunk: (bytes: number) => void): Pick<FetchInit, "body" | "duplex"> {
  const { parts } = body;
  if (parts.every((part) => part instanceof Uint8Array || part instanceof Blob)) return { body: new Blob(parts) };
  const chunks = body.chunks(signal, onChunk);
  return {
    duplex: "half",
    body: new ReadableStream({
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return();
      },
    }),
  };
}
