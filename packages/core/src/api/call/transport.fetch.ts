import { failureFrom, joinWithin, TransportFailure, type Transport, type TransportOptions, type TransportRequest } from "./transport.ts";
import { UploadBody } from "./upload-body.ts";

/** Runtimes other than Node: their own fetch. How long connecting may take is their choice; the client's own timeouts hold. */
export function createTransport({ proxy }: TransportOptions): Promise<Transport> {
  if (proxy === "env") return Promise.reject(new TransportFailure("PROXY_UNSUPPORTED"));
  return Promise.resolve({
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
  });
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
function uploadOf(body: UploadBody, signal: AbortSignal, onChunk: (bytes: number) => void): FetchUpload {
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
