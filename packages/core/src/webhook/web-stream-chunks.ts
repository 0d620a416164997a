/** A `ReadableStream` of bytes, as far as a body is read from it. */
export interface WebStream {
  /** Whether somebody is reading it. */
  readonly locked: boolean;
  /** Locks the stream for one reader: `read` gives the next bytes, `releaseLock` leaves the rest to others. */
  getReader(): {
    read(): Promise<{ done: false; value: Uint8Array } | { done: true; value?: Uint8Array | undefined }>;
    releaseLock(): void;
  };
}

/**
 * The chunks of a web stream. Not every runtime's streams iterate by themselves.
 *
 * Stopped early, it leaves the rest unread instead of cancelling the stream: on Node that would destroy the connection before the answer is out.
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
