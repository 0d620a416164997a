import { inboxOver } from "@greenhook/inbox";
import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { sqliteEngine } from "../../../packages/inbox/dist/sqlite/sqlite-engine.js";
import { numberedText } from "../../inbox/programs/numbered-text.mjs";
import { quickTimes } from "../../inbox/sqlite-bench.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { deliverText } from "./stored.ts";
import { startProgram } from "./workers.ts";

/** Effects of items each of whose processes dies once at this point, or whose handlers throw once. */
async function effectsWhere(dies: string, path: string) {
  const inbox = inboxOver(sqliteEngine({ path, times: quickTimes }));
  for (let number = 0; number < 6; number += 1) await deliverText(inbox, numberedText("N", number));
  await inbox.close();
  const database = new DatabaseSync(path);
  database.exec("create table effect (key text); create table death (key text unique)");
  let kills = 0;
  for (;;) {
    const program = startProgram("effects.mjs", { path, times: quickTimes, dies, items: 6 });
    const [code, signal] = (await once(program, "exit")) as [number | null, string | null];
    if (signal === "SIGKILL") kills += 1;
    else if (code === 0) break;
    else throw new Error(`The worker ended with ${signal ?? code}`);
  }
  const row = database.prepare("select count(*) as effects, count(distinct key) as keys from effect").get();
  database.close();
  return { dies, kills, ...row };
}

test("one effect for each of 24 items, whose processes die before or after the commit, or whose handlers throw after it", async () => {
  const folder = temporaryFolder();
  const points = ["before complete", "before commit", "after commit", "throws"];
  expect(await Promise.all(points.map((point) => effectsWhere(point, join(folder, point))))).toEqual(
    points.map((dies) => ({ dies, kills: dies === "throws" ? 0 : 6, effects: 6, keys: 6 })),
  );
});
