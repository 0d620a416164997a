import { randomBytes } from "node:crypto";
import { mkdtemp, open, rm, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../clock/clock.ts";

/** A file that the emulator serves. */
export interface StoredFile {
  /** Its address at the emulator: a random name, with the ending of `fileName`. */
  readonly url: string;
  /** As the client named it. Empty if it didn't. */
  readonly fileName: string;
  readonly mimeType: string;
  readonly size: number;
  /** Whether its first bytes are those of a JPEG. */
  readonly isJpeg: boolean;
  /** Where its bytes are on the disk. */
  readonly path: string;
}

/** Uploaded files, on the disk: an upload is never in memory as a whole. */
export interface FileStore {
  readonly maxFileBytes: number;
  /** @throws {FileTooLargeError} more than `maxFileBytes`, or the source's own error. Nothing is kept then */
  add(source: AsyncIterable<Uint8Array>, facts: { readonly fileName: string; readonly mimeType: string }): Promise<StoredFile>;
  /** The file of that name in a URL. `undefined` for an unknown or expired one. */
  find(name: string): StoredFile | undefined;
  remove(file: StoredFile): Promise<void>;
  /** Deletes all files. */
  close(): Promise<void>;
}

/** Thrown while a file is stored that is larger than the store takes. */
export class FileTooLargeError extends Error {
  override readonly name = "FileTooLargeError";
}

/** The documented lifetime of a link to an uploaded file: 15 days. */
const retentionMilliseconds = 15 * 24 * 60 * 60 * 1_000;

/** The disk space for all files. Above it the oldest ones are deleted. */
const maxTotalBytes = 1_073_741_824;

export function createFileStore(options: {
  readonly baseUrl: () => string;
  readonly clock: Clock;
  readonly maxFileBytes: number;
}): FileStore {
  const { baseUrl, clock, maxFileBytes } = options;
  const files = new Map<string, { readonly file: StoredFile; readonly at: number }>();
  let directory: Promise<string> | undefined;
  let totalBytes = 0;

  async function forget(name: string): Promise<void> {
    const found = files.get(name);
    if (found === undefined) return;
    files.delete(name);
    totalBytes -= found.file.size;
    await unlink(found.file.path);
  }

  return {
    maxFileBytes,
    async add(source, { fileName, mimeType }) {
      directory ??= mkdtemp(join(tmpdir(), "greenhook-emulator-"));
      // Neither the name on the disk nor the one in the URL comes from the client.
      const name = `${randomBytes(16).toString("hex")}${endingOf(fileName)}`;
      const path = join(await directory, name);
      const written = await write(path, source, maxFileBytes);
      const file = { url: `${baseUrl()}/files/${name}`, fileName, mimeType: safeMimeType(mimeType), path, ...written };
      files.set(name, { file, at: clock.now() });
      totalBytes += file.size;
      for (const [oldest] of files) {
        if (totalBytes <= maxTotalBytes) break;
        await forget(oldest);
      }
      return file;
    },
    find(name) {
      const found = files.get(name);
      if (found === undefined || clock.now() - found.at < retentionMilliseconds) return found?.file;
      void forget(name);
      return undefined;
    },
    remove: ({ url }) => forget(url.slice(url.lastIndexOf("/") + 1)),
    async close() {
      files.clear();
      if (directory !== undefined) await rm(await directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function write(
  path: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ readonly size: number; readonly isJpeg: boolean }> {
  const target = await open(path, "wx", 0o600);
  let size = 0;
  let start = Buffer.alloc(0);
  try {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new FileTooLargeError(`Cannot store a file: it has more than ${maxBytes} bytes`);
      if (start.byteLength < jpegStart.byteLength) start = Buffer.concat([start, chunk.subarray(0, jpegStart.byteLength)]);
      await target.write(chunk);
    }
    await target.close();
  } catch (error) {
    await target.close();
    await unlink(path);
    throw error;
  }
  return { size, isJpeg: start.subarray(0, jpegStart.byteLength).equals(jpegStart) };
}

const jpegStart = Buffer.from([0xff, 0xd8, 0xff]);

function endingOf(fileName: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(fileName)?.[0].toLowerCase() ?? "";
}

/** A form's part may name anything, and a header must hold it. */
function safeMimeType(mimeType: string): string {
  return /^[\w.+-]+\/[\w.+-]+(?:; ?[\w.+-]+=[\w.+-]+)*$/.test(mimeType) ? mimeType : "application/octet-stream";
}
