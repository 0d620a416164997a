import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { access, mkdir, open, rename, unlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Quarantine, RejectedDelivery } from "@greenhook/core";
import { jsonText } from "./json-text.ts";
import { recoverParts } from "./recover-parts.ts";
import { syncDirectory, syncNewDirectories } from "./sync-directory.ts";

/** The JSON in a file of the quarantine. */
export interface QuarantineFile {
  /** Why the delivery was refused: `JSON`, `SCHEMA`, … */
  readonly code: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  /** What is wrong with a notification of a known kind. Only with `SCHEMA`. */
  readonly issues?: RejectedDelivery["issues"];
  /** The bytes of the body. */
  readonly base64?: string;
  /** The value that a body parser made of the body. Only where there are no bytes. */
  readonly value?: unknown;
}

/**
 * Makes a quarantine of a directory: one file `<receivedAt>-<random>.json` per refused delivery, readable by its owner only, on disk before
 * the sender gets its 200. The directory is created if it is missing, at once and again whenever it is missing later. Files that a killed
 * process had written but not yet renamed are renamed at once; halves of files are removed, since their sender never got a 200.
 *
 * @throws the error of Node's file system, if the directory can't be created.
 *
 * @example
 * createWebhookHandler({ token, deliver, quarantine: quarantineToDirectory("refused") });
 */
export function quarantineToDirectory(path: string): Quarantine {
  const directory = resolve(path);
  /** The first directory that was created on the way there, until its entry is on disk too. */
  let created = mkdirSync(directory, { recursive: true, mode: 0o700 });
  recoverParts(directory);
  return async (rejected) => {
    const name = `${rejected.receivedAt.toISOString().replaceAll(":", "-")}-${randomBytes(8).toString("hex")}.json`;
    // Hidden until it is whole.
    const part = join(directory, `.${name}.part`);
    try {
      created = (await mkdir(directory, { recursive: true, mode: 0o700 })) ?? created;
      await writeDurably(part, textOf(fileOf(rejected)));
      await finish(part, join(directory, name));
      await syncDirectory(directory);
      if (created === undefined) return;
      const first = created;
      await syncNewDirectories(first, directory);
      if (created === first) created = undefined;
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

/** Body parsers make values that `JSON.stringify` refuses: nested thousands of levels deep, with a BigInt, circular. */
function textOf(file: QuarantineFile): string {
  try {
    return JSON.stringify(file);
  } catch {
    return jsonText(file);
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

async function finish(part: string, path: string): Promise<void> {
  try {
    await rename(part, path);
  } catch (error) {
    // Another process that starts meanwhile may have recovered the part, which is whole.
    await access(path).catch(() => {
      throw error;
    });
  }
}
