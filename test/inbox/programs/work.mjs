// Works on an inbox, with two workers, and writes each run to a log that all processes share. Ends with SIGTERM.
import { inboxOver } from "@greenhook/inbox";
import { openSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { sqliteEngine } from "../../../packages/inbox/dist/sqlite/sqlite-engine.js";

const { path, log, handlerMilliseconds, failures = 0, times } = JSON.parse(process.argv[2]);
const file = openSync(log, "a");
// A line is appended as a whole.
const write = (what, idMessage) => writeSync(file, `${JSON.stringify({ pid: process.pid, at: Date.now(), what, idMessage })}\n`);

const inbox = inboxOver(sqliteEngine(times === undefined ? { path } : { path, times }));
const options = {
  concurrency: 16,
  firstRetryMilliseconds: 1,
  longestRetryMilliseconds: 20,
  logger: false,
  onOutcome: ({ outcome, item }) => outcome === "stale" && write("stale", item.id),
};
const handle = async (_parsed, { idMessage, signal }) => {
  write("start", idMessage);
  await pause(handlerMilliseconds, undefined, { signal }).catch(() => write("aborted", idMessage));
  const fails = Math.random() < failures;
  write(fails ? "fail" : "end", idMessage);
  if (fails) throw new Error("now and then");
};
await inbox.work(handle, options);
await inbox.work(handle, options);
write("ready", "");
process.once("SIGTERM", () => void inbox.close());
