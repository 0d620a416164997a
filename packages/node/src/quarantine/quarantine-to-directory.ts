import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { mkdir, open, rename, unlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Quarantine, RejectedDelivery } from "@greenhook/core";
import { jsonText } from "./json-text.ts";

/** What a file of the quarantine holds, as JSON. */
export interface QuarantineFile {
  /** Why the delivery was refused: `JSON`, `SCHEMA`, … */
  readonly code: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  /** What is wrong with a notification of a known kind; only with `SCHEMA`. */
  readonly issues?: RejectedDelivery["issues"];
  /** The body's bytes. */
  readonly base64?: string;
  /** What a body parser made of the body, where there are no bytes. */
  readonly value?: unknown;
}

/**
 * Makes a quarantine of a directory: one file `<receivedAt>-<random>.json` for each refused delivery, readable by its owner only, on disk
 * before the sender gets its 200. The directory is made if it isn't there, at once and whenever it is missing later.
 *
 * @throws what Node's file system throws, if the directory can't be made.
 */
export function quarantineToDirectory(path: string): Quarantine {
  const directory = resolve(path);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return async (rejected) => {
    const name = `${rejected.receivedAt.toISOString().replaceAll(":", "-")}-${randomBytes(8).toString("hex")}.json`;
    // Nobody sees the file before it is whole.
    const part = join(directory, `.${name}.part`);
    try {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await writeDurably(part, textOf(fileOf(rejected)));
      await rename(part, join(directory, name));
      await syncDirectory(directory);
    } catch (error) {
      await unlink(part).catch(() => undefined);
      throw error;
    }
  };
}

function fileOf({ code, receivedAt, issues, bytes, value }: RejectedDelivery): QuarantineFile {
  return {
    code,
    receivedAt: receivedAt.toISOString(),
    ...(issues === undefined ? undefined : { issues }),
    ...(bytes === undefined ? { value } : { base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64") }),
  };
}

/** A value that a body parser made may be nested deeper than `JSON.stringify` can go. */
function textOf(file: QuarantineFile): string {
  try {
    return JSON.stringify(file);
  } catch (error) {
    if (error instanceof RangeError) return jsonText(file);
    throw error;
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The rename itself must outlive a crash. Windows can't open directories, and needs no such thing; some network file systems can't do it. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    await directory.close();
  }
}
