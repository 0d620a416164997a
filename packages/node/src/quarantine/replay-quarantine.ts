import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createReceiver, type Arrival, type ArrivalBody, type Deliver, type Logger, type Outcome, type Receiver } from "@greenhook/core";
import { lockReplay } from "./lock-replay.ts";
import { recoverParts } from "./recover-parts.ts";
import type { QuarantineFile } from "./quarantine-to-directory.ts";

/** Options of {@link replayQuarantine} that concern the files. */
export interface ReplayFilesOptions {
  /** Stops before the next file when aborted. Handlers have a signal of their own, which is never aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Called for each file that stays, with the reason: an `OutcomeCode`, `"ignored"`, or the error that `deliver` or the file system threw. */
  readonly onRemaining?: (file: string, reason: unknown) => void;
}

/** Options of {@link replayQuarantine}. */
export interface ReplayOptions extends ReplayFilesOptions {
  /** Where the notifications go: a dispatcher, or a function. Its context says `source: "replay"`. */
  readonly deliver: Deliver | { readonly deliver: Deliver };
  /** Gets a line for each notification that fails or that nobody takes; `false` for none. @default console, from `warn` on */
  readonly logger?: Logger | false | undefined;
  readonly receiver?: never;
}

/** Options of {@link replayQuarantine} with a receiver that other sources share. */
export interface ReplayReceiverOptions extends ReplayFilesOptions {
  /** Made by `createReceiver`, without a quarantine: files that it puts into one would come again. */
  readonly receiver: Receiver;
  readonly deliver?: never;
  readonly logger?: never;
}

/** The outcomes after which the notification is taken, so that its file may be deleted. */
const taken: ReadonlySet<Outcome> = new Set(["handled", "duplicate", "stored", "unknown"]);

/**
 * Delivers what a quarantine directory holds, oldest first: after an update that knows the kind, or once a file was corrected by hand. A file is
 * deleted only after its notification was taken: by a handler of its kind, an `onUnknown` handler, or a `deliver` that is no dispatcher. What is
 * still refused, what nobody is registered for, and what `deliver` failed for, stays. Whole files that a killed process had not yet renamed are
 * delivered too.
 *
 * @throws Error while another replay of this directory runs.
 */
export async function replayQuarantine(
  path: string,
  options: ReplayOptions | ReplayReceiverOptions,
): Promise<{ delivered: number; remaining: number }> {
  const { signal, onRemaining } = options;
  const receiver = options.receiver ?? createReceiver({ deliver: options.deliver, logger: options.logger });
  const unlock = await lockReplay(path);
  try {
    recoverParts(path);
    const names = (await readdir(path)).filter((name) => name.endsWith(".json") && !name.startsWith(".")).sort();
    let delivered = 0;
    for (const name of names) {
      if (signal?.aborted === true) break;
      const file = join(path, name);
      const remaining = await replay(file, receiver);
      if (remaining === undefined) delivered++;
      else onRemaining?.(file, remaining.reason);
    }
    return { delivered, remaining: names.length - delivered };
  } finally {
    await unlock();
  }
}

/** Delivers one file, and deletes it if its notification was taken; otherwise returns why it stays. */
async function replay(file: string, receiver: Receiver): Promise<{ reason: unknown } | undefined> {
  try {
    const text = await readFile(file, "utf8");
    const arrival = arrivalOf(JSON.parse(text));
    if (arrival === undefined) return { reason: "not a file of the quarantine" };
    const { outcome, code, error } = await receiver.receive(arrival);
    if (!taken.has(outcome)) return { reason: error ?? code ?? outcome };
    const now = await readFile(file, "utf8").catch((cause: unknown) => (isMissing(cause) ? undefined : Promise.reject(cause)));
    // Corrected by hand meanwhile: its present text hasn't been delivered.
    if (now !== undefined && now !== text) return { reason: "changed while it was delivered" };
    await rm(file, { force: true });
    return undefined;
  } catch (error) {
    return { reason: error };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function arrivalOf(held: QuarantineFile | null): Arrival | undefined {
  if (typeof held !== "object" || held === null) return undefined;
  return { body: bodyOf(held), source: "replay", receivedAt: new Date(held.receivedAt) };
}

function bodyOf({ base64, value }: QuarantineFile): ArrivalBody {
  if (base64 !== undefined) return { kind: "bytes", bytes: Buffer.from(base64, "base64") };
  return typeof value === "string" ? { kind: "text", text: value } : { kind: "value", value };
}
