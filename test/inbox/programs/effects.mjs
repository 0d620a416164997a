// Works on an inbox, and has one effect per item in the transaction that completes it. Dies once per item, where it is told to. Ends when all are done.
import { inboxOver, itemOf } from "@greenhook/inbox";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { sqliteEngine } from "../../../packages/inbox/dist/sqlite/sqlite-engine.js";

const { path, times, dies, items } = JSON.parse(process.argv[2]);
const inbox = inboxOver(sqliteEngine({ path, times }));
const database = new DatabaseSync(path);
database.exec("pragma busy_timeout = 60000; pragma synchronous = full");
const insert = database.prepare("insert into effect (key) values (?)");
const isFirst = database.prepare("insert into death (key) values (?) on conflict do nothing");

await inbox.work(
  async (_parsed, context) => {
    const { key } = itemOf(context);
    const mayDie = isFirst.run(key).changes > 0;
    const die = (point) => {
      if (mayDie && dies === point) process.kill(process.pid, "SIGKILL");
    };
    database.exec("begin immediate");
    insert.run(key);
    die("before complete");
    await inbox.complete(context, database);
    die("before commit");
    database.exec("commit");
    die("after commit");
    if (mayDie && dies === "throws") throw new Error("after the commit");
  },
  // One at a time: the transaction is open over an await.
  { concurrency: 1, logger: false, firstRetryMilliseconds: 1, longestRetryMilliseconds: 5 },
);
while ((await inbox.stats()).done < items) await pause(20);
await inbox.close();
database.close();
