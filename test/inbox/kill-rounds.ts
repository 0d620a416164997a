import { parseNotification } from "@greenhook/core";
import { createInbox, type Inbox } from "@greenhook/inbox";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { numberedText } from "./programs/numbered-text.mjs";

const program = fileURLToPath(new URL("programs/acknowledge.mjs", import.meta.url));

/** The result of killing the process that acknowledges, again and again, over one file. */
export interface KillRounds {
  readonly acknowledged: number;
  /** Acknowledged, and not there afterwards. */
  readonly lost: number;
  /** What `check()` finds damaged in the end. */
  readonly damage: readonly string[];
}

/** Starts a process that stores and acknowledges, kills it after about so many acknowledgements, and looks for each of them: `rounds` times. */
export async function killRounds(path: string, rounds: number, acknowledgements: number): Promise<KillRounds> {
  let acknowledged = 0;
  let lost = 0;
  for (let round = 0; round < rounds; round += 1) {
    // Other moments of a batch each time.
    const numbers = await killedAfter(path, `R${round}`, acknowledgements + ((round * 7) % 17));
    acknowledged += numbers.length;
    const inbox = createInbox({ path });
    const results = await Promise.all(numbers.map((number) => redelivered(inbox, numberedText(`R${round}`, number))));
    lost += results.filter((result) => result !== "duplicate").length;
    await inbox.close();
  }
  const inbox = createInbox({ path });
  const { problems } = await inbox.check();
  await inbox.close();
  return { acknowledged, lost, damage: problems.filter((problem) => problem.includes("damaged")) };
}

/** What a process has acknowledged by the time it is dead. */
async function killedAfter(path: string, prefix: string, acknowledgements: number): Promise<number[]> {
  // A pipe could be full.
  const log = `${path}.acknowledged`;
  const file = openSync(log, "w");
  const child = spawn(process.execPath, ["--no-warnings", program, path, prefix], { stdio: ["ignore", file, "inherit"] });
  closeSync(file);
  const ended = once(child, "close");
  // A number and a line's end are two bytes or more.
  while (child.exitCode === null && lines(log, 2 * acknowledgements).length < acknowledgements) await pause(5);
  child.kill("SIGKILL");
  const [code, signal] = (await ended) as [number | null, string | null];
  if (signal !== "SIGKILL") throw new Error(`The process that acknowledges ended by itself, with ${code}`);
  return lines(log, 0).map(Number);
}

/** The whole lines of a file; none while it is smaller. */
function lines(file: string, leastBytes: number): readonly string[] {
  return statSync(file).size < leastBytes ? [] : readFileSync(file, "utf8").split("\n").slice(0, -1);
}

async function redelivered(inbox: Inbox, rawText: string): Promise<unknown> {
  const parsed = parseNotification(JSON.parse(rawText));
  if (parsed.kind === "malformed") throw new TypeError("Cannot deliver: no notification");
  const { signal } = new AbortController();
  return inbox.deliver(parsed, { id: "again", signal, receivedAt: new Date(), rawText, source: "webhook", origin: "webhook" });
}
