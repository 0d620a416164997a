// Works on an inbox on Postgres, with as many workers as it is told, and writes each run to a log that all processes share. Ends with SIGTERM.
import { inboxOver } from "@greenhook/inbox";
import { PgBoss } from "pg-boss";
import { openSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { postgresEngine } from "../../../packages/inbox-postgres/dist/engine/postgres-engine.js";

const { connectionString, log, handlerMilliseconds, failures = 0, workers, concurrency, times } = JSON.parse(process.argv[2]);
const file = openSync(log, "a");
// A line is appended as a whole.
const write = (what, idMessage) => writeSync(file, `${JSON.stringify({ pid: process.pid, at: Date.now(), what, idMessage })}\n`);

const boss = new PgBoss({ connectionString, schedule: false, max: 5 });
boss.on("error", () => undefined);
await boss.start();
const inbox = inboxOver(await postgresEngine({ boss, schema: "pgboss", queue: "greenhook", ...(times === undefined ? {} : { times }) }));
const options = {
  concurrency,
  firstRetryMilliseconds: 1,
  longestRetryMilliseconds: 20,
  logger: false,
  onOutcome: ({ outcome, item }) => outcome === "stale" && write("stale", item.id),
};
for (let worker = 0; worker < workers; worker += 1) {
  await inbox.work(async (_parsed, { idMessage, signal }) => {
    write("start", idMessage);
    await pause(handlerMilliseconds, undefined, { signal }).catch(() => write("aborted", idMessage));
    const fails = Math.random() < failures;
    write(fails ? "fail" : "end", idMessage);
    if (fails) throw new Error("now and then");
  }, options);
}
write("ready", "");
const close = async () => {
  await inbox.close();
  await boss.stop({ graceful: false });
};
process.once("SIGTERM", () => void close());
