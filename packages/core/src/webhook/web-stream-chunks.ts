/** A `ReadableStream` of bytes, as far as a body is read from it. */
export interface WebStream {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
    cancel(): Promise<unknown>;
    releaseLock(): void;
  };
}

/** The chunks of a web stream. Not every runtime's streams iterate by themselves. */
export async function* webStreamChunks(stream: WebStream): AsyncGenerator<Uint8Array, undefined> {
  const reader = stream.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) {
        finished = true;
        return undefined;
      }
      yield value;
    }
  } finally {
    // Stopped early: the rest isn't wanted, and nobody waits for its cancelling.
    if (!finished) void reader.cancel().catch(() => undefined);
  }
}
