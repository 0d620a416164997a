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
  readonly #file: FileInput;
  #isRead = false;

  constructor(before: Uint8Array, file: FileInput, after: Uint8Array) {
    this.#file = file;
    this.parts = [before, file, after].filter((part) => !(part instanceof Uint8Array) || part.byteLength > 0);
    const fileBytes = sizeOf(file);
    this.size = fileBytes === undefined ? undefined : before.byteLength + fileBytes + after.byteLength;
  }

  /** @throws {TransportFailure} the file can't be read, or is too large, empty, or not of the size that it said */
  async *chunks(signal: AbortSignal, onChunk: (bytes: number) => void): AsyncGenerator<Uint8Array, void> {
    try {
      for (const part of this.parts) {
        this.#isRead ||= part === this.#file;
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

  /** Closes a stream that was handed over but never read, because there was no connection to send it through. */
  close(): void {
    if (!this.#isRead && !(this.#file instanceof Uint8Array) && !("stream" in this.#file)) closeStream(this.#file);
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
async function* chunksOfStream(stream: ByteStream | AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const reader = "getReader" in stream ? stream.getReader() : undefined;
  const close = (): void => closeStream(reader ?? stream);
  // A stream that gives nothing more would otherwise stay open.
  const forget = whenAborted(signal, close);
  try {
    if (reader === undefined) {
      yield* stream as AsyncIterable<Uint8Array>;
      return;
    }
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value !== undefined) yield value;
    }
  } finally {
    forget();
    close();
  }
}

/** Web streams and their readers are cancelled, Node's are destroyed. What comes of it no longer matters. */
function closeStream(stream: object): void {
  const { cancel, destroy } = stream as { cancel?: () => Promise<unknown>; destroy?: () => unknown };
  if (typeof cancel === "function") void cancel.call(stream).catch(() => {});
  else if (typeof destroy === "function") destroy.call(stream);
}

/** The code of the system's error, such as `ENOENT`; its message holds the path. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? code : "UNREADABLE";
}
