/**
 * A file to upload: bytes, a `Blob` or `File`, what `fileFrom(path)` of `@greenhook/node` returns, or a stream of bytes. All but bytes are read
 * while they are sent, so that a large file is never in memory as a whole. At most 100 MB, and not empty.
 */
export type FileInput = Uint8Array | FileSource | AsyncIterable<Uint8Array> | ByteStream;

/** A file that can be read as a stream: a `Blob`, a `File`, or an object like them. */
export interface FileSource {
  /** Bytes. Without it the server isn't told in advance how much comes. */
  readonly size?: number;
  /** The file's name. A `Blob` has none. */
  readonly name?: string;
  /** The media type; a `Blob` without one has `""`. */
  readonly type?: string;
  stream(): ByteStream | AsyncIterable<Uint8Array>;
}

/** The part of a `ReadableStream` that is used. */
export interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<unknown>;
  };
}
