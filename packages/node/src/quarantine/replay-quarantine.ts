import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createWebhookHandler, type Deliver } from "@greenhook/core";
import type { QuarantineFile } from "./quarantine-to-directory.ts";

/** What {@link replayQuarantine} takes. */
export interface ReplayOptions {
  /** Where the notifications go: a dispatcher, or a function. Its context says `source: "replay"`. */
  readonly deliver: Deliver | { readonly deliver: Deliver };
  /** Stops before the next file when aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each file that stays, and why: a code of the quarantine's, or what `deliver` or the file system threw. */
  readonly onLeft?: (file: string, reason: unknown) => void;
}

/**
 * Delivers what a quarantine directory holds, oldest first: after an update that knows the kind, or once a file was corrected by hand. A
 * file is deleted only after `deliver` resolved; what is still refused, and what `deliver` failed for, stays.
 */
export async function replayQuarantine(path: string, options: ReplayOptions): Promise<{ delivered: number; left: number }> {
  const { signal, onLeft } = options;
  const deliver: Deliver = typeof options.deliver === "function" ? options.deliver : options.deliver.deliver.bind(options.deliver);
  const names = (await readdir(path)).filter((name) => name.endsWith(".json") && !name.startsWith(".")).sort();
  let delivered = 0;
  for (const name of names) {
    if (signal?.aborted === true) break;
    const file = join(path, name);
    const reason = (await replay(file, deliver, signal)) ?? (await remove(file));
    if (reason === undefined) delivered++;
    else onLeft?.(file, reason.why);
  }
  return { delivered, left: names.length - delivered };
}

/** Sends one file down the way that it would have come. Returns why it stays, if it does. */
async function replay(file: string, deliver: Deliver, signal: AbortSignal | undefined): Promise<{ why: unknown } | undefined> {
  let held: QuarantineFile;
  let value: unknown;
  try {
    held = JSON.parse(await readFile(file, "utf8")) as QuarantineFile;
    if (typeof held !== "object" || held === null) return { why: "not a file of the quarantine" };
    value = held.base64 === undefined ? held.value : Buffer.from(held.base64, "base64");
  } catch (error) {
    return { why: error };
  }
  const receivedAt = new Date(held.receivedAt);
  let left: { why: unknown } | undefined;
  const handler = createWebhookHandler({
    allowUnauthenticated: true,
    maxBodyBytes: 2 ** 31 - 1,
    deadlineMilliseconds: 2 ** 31 - 1,
    deliver: (parsed, context) => {
      const rawText = context.rawText === undefined ? undefined : { rawText: context.rawText };
      return deliver(parsed, { signal: signal ?? context.signal, receivedAt, source: "replay", ...rawText });
    },
    onOutcome: ({ status, code, error }) => {
      if (status !== 200) left = { why: error ?? code };
    },
  });
  await handler({ method: "POST", authorization: [], body: { kind: "read", value } });
  return left;
}

/** Deletes what was delivered; another replay may have been faster. Returns why it stays, if it does. */
async function remove(file: string): Promise<{ why: unknown } | undefined> {
  try {
    await rm(file, { force: true });
    return undefined;
  } catch (error) {
    return { why: error };
  }
}
