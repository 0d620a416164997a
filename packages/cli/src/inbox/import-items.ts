import { createReceiver, type KnownNotification, type UnknownNotification } from "@greenhook/core";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { CommandFailure, exitCode } from "../command-failure.ts";
import { fileReason } from "../files/file-reason.ts";
import type { Output } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";
import { readMovedLine, type MovedItem } from "./moved-item.ts";
import type { OpenInbox } from "./open-inbox.ts";

/** How many are stored at once, each of another lane: they share a flush. */
const concurrency = 64;

/** The lanes of notifications that are being imported. */
export class ImportedLanes {
  readonly #lanes = new WeakMap<object, string>();

  set(parsed: KnownNotification | UnknownNotification, lane: string): void {
    this.#lanes.set(parsed, lane);
  }

  /** As it was exported, unencoded, since the inbox encodes it. */
  laneOf(parsed: KnownNotification | UnknownNotification): string {
    const lane = this.#lanes.get(parsed) ?? "";
    try {
      return decodeURIComponent(lane);
    } catch {
      return lane;
    }
  }
}

/**
 * `greenhook inbox import`: stores what `export` wrote, in the order of each lane. What is stored already is left out, so it may be run again.
 *
 * @throws {CommandFailure} a line isn't of an export, or can't be stored
 */
export async function importItems(
  inbox: OpenInbox,
  path: string,
  { dead, lanes }: { readonly dead: boolean; readonly lanes: ImportedLanes },
  output: Output,
): Promise<void> {
  const counts = { stored: 0, duplicate: 0, deadLeftOut: 0 };
  const tails = new Map<string, Promise<void>>();
  const inFlight = new Set<Promise<void>>();
  const failures: unknown[] = [];

  async function store(item: MovedItem, line: number): Promise<void> {
    const receiver = createReceiver({
      deliver: (parsed, context) => {
        lanes.set(parsed, item.lane);
        return inbox.deliver(parsed, context);
      },
      logger: false,
      joinMilliseconds: 0,
    });
    // The key of what says the same each time ends with its delivery's id.
    const [, id] = /\.([0-9a-f-]{36})$/.exec(item.key) ?? [];
    const { outcome, message, error } = await receiver.receive({
      body: { kind: "text", text: item.text },
      source: "replay",
      origin: item.origin,
      receivedAt: new Date(item.storedAt),
      id,
    });
    if (outcome !== "stored" && outcome !== "duplicate") {
      const why = error instanceof Error ? error.message : (message ?? outcome);
      throw new CommandFailure(`Cannot import: line ${line} can't be stored: ${printable(why, 300)}`);
    }
    counts[outcome] += 1;
    output.progress(`${counts.stored + counts.duplicate} imported`);
  }

  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    if (line.trim() === "") continue;
    const item = readMovedLine(line, number);
    if (item.state === "dead" && !dead) {
      counts.deadLeftOut += 1;
      continue;
    }
    while (inFlight.size >= concurrency) await Promise.race(inFlight);
    if (failures.length > 0) break;
    const at = number;
    const tail: Promise<void> = (tails.get(item.lane) ?? Promise.resolve())
      .then(() => (failures.length === 0 ? store(item, at) : undefined))
      .catch((error: unknown) => void failures.push(error))
      .finally(() => {
        inFlight.delete(tail);
        if (tails.get(item.lane) === tail) tails.delete(item.lane);
      });
    tails.set(item.lane, tail);
    inFlight.add(tail);
  }
  await Promise.all(inFlight);
  output.done();
  if (failures.length > 0) throw failures[0];
  const leftOut = counts.deadLeftOut === 0 ? "" : `, ${counts.deadLeftOut} dead left out: with --dead they wait to be run again`;
  output.line(`${counts.stored} stored, ${counts.duplicate} there already${leftOut}`);
  output.object(counts);
  if (counts.deadLeftOut > 0) process.exitCode = exitCode.attention;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const lines = createInterface({ input: path === "-" ? process.stdin : createReadStream(path), crlfDelay: Infinity });
  try {
    yield* lines;
  } catch (error) {
    throw new CommandFailure(`Cannot read "${path}": ${fileReason(error)}`);
  } finally {
    lines.close();
  }
}
