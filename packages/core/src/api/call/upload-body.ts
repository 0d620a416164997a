import type { ByteStream, FileInput } from "../methods/file-input.ts";
import { maxFileBytes, sizeOf } from "../methods/value-check.ts";
import { TransportFailure } from "./transport-failure.ts";
import { whenAborted } from "./when-aborted.ts";

/** Bytes of a body that stand before or after a file. */
type Part = Uint8Array | FileInput;

/** Large enough for speed, small enough to see how far sending has come. */
const chunkBytes = 65_536;

/** A body with a file in it, which is read while it is sent: once, and never as a whole. */
export class UploadBody {
  readonly parts: readonly Part[];
  /** Bytes of all parts; `undefined` if the file doesn't say how large it is. */
  readonly size: number | undefined;
  /** Why reading the file failed. Some runtimes replace the error that a body's stream throws. */
  failure: TransportFailure | undefined;

  constructor(before: Uint8Array, file: FileInput, after: Uint8Array) {
    this.parts = [before, file, after].filter((part) => !(part instanceof Uint8Array) || part.byteLength > 0);
    const fileBytes = sizeOf(file);
    this.size = fileBytes === undefined ? undefined : before.byteLength + fileBytes + after.byteLength;
  }

  /** @throws {TransportFailure} the file can't be read, or is too large, empty, or not of the size that it said */
  async *chunks(signal: AbortSignal, onChunk: (bytes: number) => void): AsyncGenerator<Uint8Array, void> {
    try {
      for (const part of this.parts) {
        for await (const chunk of part instanceof Uint8Array ? slicesOf(part) : chunksOfFile(part, signal)) {
          onChunk(chunk.byteLength);
          yield chunk;
        }
      }
    } catch (error) {
      this.failure = error instanceof TransportFailure ? error : new TransportFailure(`FILE_${codeOf(error)}`);
      throw this.failure;
    }
  }
}

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let from = 0; from < bytes.byteLength; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
}

async function* chunksOfFile(file: FileInput, signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const size = sizeOf(file);
  const limit = size ?? maxFileBytes;
  let read = 0;
  for await (const chunk of chunksOfStream("stream" in file ? file.stream() : (file as AsyncIterable<Uint8Array> | ByteStream), signal)) {
    if (!(chunk instanceof Uint8Array)) throw new TransportFailure("FILE_TYPE");
    read += chunk.byteLength;
    if (read > limit) throw new TransportFailure(size === undefined ? "FILE_TOO_LARGE" : "FILE_CHANGED");
    if (chunk.byteLength > 0) yield chunk;
  }
  if (size !== undefined && read < size) throw new TransportFailure("FILE_CHANGED");
  if (read === 0) throw new TransportFailure("FILE_EMPTY");
}

/** Not every runtime's streams are iterable. */
async function* chunksOfStream(stream: AsyncIterable<Uint8Array> | ByteStream, signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
  if (!("getReader" in stream)) {
    yield* stream;
    return;
  }
  const reader = stream.getReader();
  const cancel = (): void => void reader.cancel().catch(() => {});
  // A stream that gives nothing more would otherwise stay open.
  const forget = whenAborted(signal, cancel);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value !== undefined) yield value;
    }
  } finally {
    forget();
    cancel();
  }
}

/** The code of the system's error, such as `ENOENT`; its message holds the path. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? code : "UNREADABLE";
}
