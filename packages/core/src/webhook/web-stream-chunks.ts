/** The members of a `ReadableStream` that a body is read with. */
export interface WebStream {
  /** Whether it has a reader. */
  readonly locked: boolean;
  getReader(): {
    read(): Promise<{ done: false; value: Uint8Array } | { done: true; value?: Uint8Array | undefined }>;
    releaseLock(): void;
  };
}

/**
 * The chunks of a web stream. Not every runtime's streams are iterable.
 *
 * Stopped early, it leaves the rest unread instead of cancelling the stream: on Node that would destroy the connection before the response is
 * out.
 */
export async function* webStreamChunks(stream: WebStream): AsyncGenerator<Uint8Array, undefined> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
