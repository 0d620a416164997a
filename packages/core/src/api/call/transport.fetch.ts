import { failureOf, joinWithin, TransportFailure, type Transport, type TransportOptions, type TransportRequest } from "./transport.ts";

/** Runtimes other than Node: their own fetch. How long connecting may take is their choice; the client's own waits hold. */
export function createTransport({ proxy }: TransportOptions): Promise<Transport> {
  if (proxy === "env") return Promise.reject(new TransportFailure("PROXY_UNSUPPORTED"));
  return Promise.resolve({
    async send({ url, verb, headers, body, maxAnswerBytes, signal, onHeaders }: TransportRequest) {
      try {
        const answer = await fetch(url, {
          method: verb,
          headers,
          ...(body === undefined ? undefined : { body }),
          redirect: "manual",
          signal,
        });
        onHeaders();
        return {
          // A browser hides the status of a redirect.
          status: answer.type === "opaqueredirect" ? 302 : answer.status,
          retryAfter: answer.headers.get("retry-after") ?? undefined,
          bytes: await joinWithin(chunksOf(answer), maxAnswerBytes),
        };
      } catch (error) {
        throw signal.aborted ? signal.reason : failureOf(error);
      }
    },
  });
}

async function* chunksOf(answer: FetchAnswer): AsyncGenerator<Uint8Array, void> {
  if (answer.body === null) return;
  const reader = answer.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value !== undefined) yield value;
    }
  } finally {
    // Where the reading stopped early, this frees the connection. What it says is of no interest any more.
    await reader.cancel().catch(() => {});
  }
}
