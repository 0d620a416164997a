import { parseNotification } from "@greenhook/core";
import { createInbox, type Inbox } from "@greenhook/inbox";
import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { textMessage } from "../../support/notifications.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const { signal } = new AbortController();
const nobody = 65_534;

function deliver(inbox: Inbox, id: string, text = "text"): Promise<unknown> {
  const parsed = parseNotification(textMessage(text, id));
  if (parsed.kind === "malformed") throw new TypeError("Cannot deliver: no notification");
  return Promise.resolve(inbox.deliver(parsed, { id, signal, receivedAt: new Date(), source: "webhook", origin: "webhook" }));
}

/** A closed inbox's file, with a hundred notifications in it. */
async function filled(): Promise<string> {
  const path = join(temporaryFolder(), "inbox.db");
  const inbox = createInbox({ path });
  await Promise.all(Array.from({ length: 100 }, (_, index) => deliver(inbox, `ID${index}`)));
  await inbox.close();
  return path;
}

describe("a file that can't be used is refused when the inbox is created, and left as it is", () => {
  test("of a newer schema", async () => {
    const path = await filled();
    const database = new DatabaseSync(path);
    database.exec("update inbox_schema set version = 99; pragma wal_checkpoint(truncate)");
    database.close();
    const before = readFileSync(path);
    expect(() => createInbox({ path })).toThrow("it was written by a newer version of @greenhook/inbox");
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("with an option that isn't known", () => {
    const path = join(temporaryFolder(), "inbox.db");
    expect(() => createInbox({ path, lane: () => "" } as object as { path: string })).toThrow(
      'Cannot create the inbox: there is no option "lane": did you mean "laneOf"?',
    );
    expect(existsSync(path)).toBe(false);
  });

  test("no database", () => {
    const path = join(temporaryFolder(), "notes.txt");
    writeFileSync(path, "not a database, but longer than the header of one, which is a hundred bytes. ".repeat(20));
    const before = readFileSync(path);
    expect(() => createInbox({ path })).toThrow("it isn't an SQLite database");
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("where it must exist: one that isn't there, an empty one, and one without an inbox", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "inbox.db");
    const open = () => createInbox({ path, mustExist: true });
    expect(open).toThrow("there is no such file");
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(path, "");
    expect(open).toThrow("there is no inbox in it");
    expect(readFileSync(path)).toHaveLength(0);
    const database = new DatabaseSync(path);
    database.exec("create table mine (id)");
    expect(open).toThrow("there is no inbox in it");
    expect(database.prepare("select name from sqlite_schema").all()).toEqual([{ name: "mine" }]);
    database.close();
    await createInbox({ path }).close();
    await open().close();
  });

  test("in a folder that isn't there", () => {
    expect(() => createInbox({ path: join(temporaryFolder(), "none", "inbox.db") })).toThrow("Cannot open inbox");
  });

  test.each([
    ["as its folder", 0o555],
    ["in a folder that isn't", 0o777],
  ])("that may be read only, %s", async (_where, mode) => {
    const path = await filled();
    chmodSync(join(path, ".."), mode);
    chmodSync(path, 0o444);
    onTestFinished(() => chmodSync(join(path, ".."), 0o755));
    const isRoot = process.geteuid?.() === 0;
    // Root may write everywhere.
    if (isRoot) process.seteuid?.(nobody);
    try {
      expect(() => createInbox({ path })).toThrow(/it can't be written to|it can't be opened/);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });
});

describe("a file that goes bad while the inbox is open gets no 200", () => {
  test.each([
    ["deleted", (path: string) => ["", "-wal", "-shm"].forEach((end) => rmSync(path + end))],
    ["replaced by another", (path: string) => (rmSync(path), writeFileSync(path, ""))],
  ])("%s", async (_what, spoil) => {
    const path = join(temporaryFolder(), "inbox.db");
    const inbox = createInbox({ path });
    onTestFinished(() => inbox.close());
    expect(await deliver(inbox, "ID1")).toBe("stored");
    spoil(path);
    await expect(deliver(inbox, "ID2")).rejects.toThrow("the file was moved or deleted while it was open");
    await expect(deliver(inbox, "ID2")).rejects.toThrow("the file was moved or deleted while it was open");
  });

  test("corrupt", async () => {
    const path = await filled();
    const database = new DatabaseSync(path);
    const { page } = database.prepare("select rootpage as page from sqlite_schema where name = 'inbox_item_key'").get() as { page: number };
    database.close();
    const file = openSync(path, "r+");
    writeSync(file, Buffer.alloc(4_096, "garbage"), 0, 4_096, (page - 1) * 4_096);
    closeSync(file);
    const inbox = createInbox({ path });
    onTestFinished(() => inbox.close());
    await expect(deliver(inbox, "NEW")).rejects.toThrow("it is corrupt");
    expect((await inbox.check()).problems.join()).toContain("The file is damaged");
  });
});

test("a driver that isn't node:sqlite is refused: two copies of SQLite in one process corrupt the file", async () => {
  const inbox = createInbox({ path: ":memory:" });
  onTestFinished(() => inbox.close());
  const foreign = { inTransaction: true, prepare: () => ({ run: () => ({ changes: 1 }), get: () => ({ file: "inbox.db" }) }) };
  await deliver(inbox, "ID1");
  const thrown: unknown[] = [];
  await inbox.work(
    (_parsed, context) => {
      try {
        inbox.completeSync(context, foreign);
      } catch (error) {
        thrown.push(error);
      }
    },
    { logger: false },
  );
  await expect.poll(() => thrown).toMatchObject([{ message: expect.stringContaining("isn't one of node:sqlite") as string }]);
});

test("a process started with V8's flags, or with a program on the command line, can have one", () => {
  const program = `import { createInbox } from "@greenhook/inbox";
    const inbox = createInbox({ path: ":memory:" });
    console.log((await inbox.stats()).waiting);
    await inbox.close();`;
  const flags = ["--max-old-space-size=200", "--expose-gc", "--no-warnings", "--input-type=module", "--eval", program];
  const { stdout, stderr } = spawnSync(process.execPath, flags, { cwd: join(import.meta.dirname, ".."), encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
});

test("pages that aren't needed any more go back to the file system", { timeout: 60_000 }, async () => {
  const path = join(temporaryFolder(), "inbox.db");
  const inbox = createInbox({ path });
  onTestFinished(() => inbox.close());
  await Promise.all(Array.from({ length: 500 }, (_, index) => deliver(inbox, `ID${index}`, "x".repeat(10_000))));
  const database = new DatabaseSync(path);
  onTestFinished(() => database.close());
  const pages = (): unknown => database.prepare("pragma page_count").get()?.["page_count"];
  const before = Number(pages());
  // Done nine days ago.
  database.exec(`pragma busy_timeout = 60000; delete from inbox_lane;
    update inbox_item set state = 1, settled = ${Date.now() - 9 * 86_400_000}`);
  await inbox.work(() => undefined, { logger: false });
  await expect.poll(pages, { timeout: 50_000 }).toBeLessThan(before / 2);
});
