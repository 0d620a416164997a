import type { PostgresInbox } from "@greenhook/inbox-postgres";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { quickTimes } from "../../../inbox/postgres/postgres-bench.ts";
import { numberedText } from "../../../inbox/programs/numbered-text.mjs";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { busyOne, openRuns, violations } from "../runs-in-log.ts";
import { deliverText } from "../stored.ts";
import { readLog, startProgram } from "../workers.ts";

const chats = 40;

/** What became of items whose workers were killed. */
export interface KilledWorkers {
  readonly outOfOrder: number;
  readonly overlapping: number;
  /** How many items ended. */
  readonly ended: number;
  /** Of each run that died with its process: whether another process took over. */
  readonly left: readonly boolean[];
}

/** Stores items of 40 chats, while two processes of four workers each, with 3 % of failures, work on them and are killed in turn. */
export async function killWorkers(
  inbox: PostgresInbox,
  connectionString: string,
  { total, kills }: { readonly total: number; readonly kills: number },
): Promise<KilledWorkers> {
  const log = join(temporaryFolder(), "log");
  writeFileSync(log, "");
  const processes: ChildProcess[] = [];
  onTestFinished(() => processes.forEach((each) => each.kill("SIGKILL")));
  const start = (): void =>
    void processes.push(
      startProgram("postgres-work.mjs", {
        connectionString,
        log,
        handlerMilliseconds: 2,
        failures: 0.03,
        workers: 4,
        concurrency: 10,
        times: quickTimes,
      }),
    );
  for (let each = 0; each < 2; each += 1) start();
  const storing = (async () => {
    // A chat's notifications are stored one after another, as an instance's queue brings them.
    for (let first = 0; first < total; first += chats)
      await Promise.all(Array.from({ length: chats }, (_, index) => deliverText(inbox, numberedText("N", first + index, chats))));
  })();
  const killed: { readonly pid: number; readonly at: number; readonly left: readonly string[] }[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const victim = await busyOne(processes, log);
    processes.splice(processes.indexOf(victim), 1);
    victim.kill("SIGKILL");
    await once(victim, "exit");
    killed.push({ pid: victim.pid ?? 0, at: Date.now(), left: openRuns(readLog(log), victim.pid ?? 0) });
    start();
  }
  await storing;
  await expect.poll(async () => (await inbox.stats()).done, { timeout: Math.max(400_000, 20 * total), interval: 100 }).toBe(total);

  const lines = readLog(log);
  const left = killed.flatMap(({ at, left: ids }) =>
    ids.map((id) => lines.some((line) => line.at >= at && line.what === "start" && line.idMessage === id)),
  );
  console.log(`${left.length} runs died with their processes, ${lines.filter(({ what }) => what === "start").length} runs in all`);
  return {
    ...violations(lines, new Set(killed.map(({ pid }) => pid)), chats),
    ended: new Set(lines.filter(({ what }) => what === "end").map(({ idMessage }) => idMessage)).size,
    left,
  };
}
