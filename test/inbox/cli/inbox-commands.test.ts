import { createReceiver } from "@greenhook/core";
import { createInbox, NotRetryable, type SqliteInbox, type WorkOptions } from "@greenhook/inbox";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { exportItems } from "../../../packages/cli/dist/inbox/export-items.js";
import { importItems, ImportedLanes } from "../../../packages/cli/dist/inbox/import-items.js";
import { showCheck, showStatus } from "../../../packages/cli/dist/inbox/inspect-inbox.js";
import { eraseItems, listItems, retryItems, showItem } from "../../../packages/cli/dist/inbox/steer-items.js";
import { createOutput, type Output } from "../../../packages/cli/dist/terminal/output.js";
import { callGreenhook } from "../../support/call-greenhook.ts";
import { textMessage } from "../../support/notifications.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const chat = "79000000001@c.us";
const quota = { typeWebhook: "quotaExceeded", instanceData: textMessage().instanceData, quotaData: { method: "sendMessage" } };

async function store(inbox: Pick<SqliteInbox, "deliver">, ...values: readonly object[]): Promise<void> {
  const receiver = createReceiver({ deliver: inbox });
  for (const value of values) await receiver.receive({ body: { kind: "value", value }, source: "webhook" });
}

/** An inbox in memory: every opening of one starts a thread. */
async function opened(...values: readonly object[]): Promise<SqliteInbox> {
  const inbox = createInbox({ path: ":memory:" });
  onTestFinished(() => inbox.close({ graceMilliseconds: 0 }));
  await store(inbox, ...values);
  return inbox;
}

/** Runs all that waits, until it is dead. */
async function kill(inbox: SqliteInbox, options: WorkOptions = {}): Promise<void> {
  const fail = (): never => {
    throw new NotRetryable("no account of +7 900 000-00-01");
  };
  const worker = await inbox.work(fail, { logger: false, ...options });
  await expect.poll(async () => (await inbox.stats()).running, { timeout: 10_000 }).toBe(0);
  await expect.poll(async () => (await inbox.stats()).dead, { timeout: 10_000 }).toBeGreaterThan(0);
  await worker.close();
}

/** What a command prints, as lines and as objects, and its exit code. */
async function printed(run: (output: Output) => Promise<void>): Promise<{ code: number; lines: string[]; objects: unknown[] }> {
  const logged: string[] = [];
  const spy = vi.spyOn(console, "log").mockImplementation((text: unknown) => void logged.push(String(text)));
  const before = process.exitCode;
  process.exitCode = undefined;
  const output = createOutput(false);
  const objects: unknown[] = [];
  try {
    await run({ ...output, object: (value) => void objects.push(JSON.parse(JSON.stringify(value))) });
    return { code: (process.exitCode as number | undefined) ?? 0, lines: logged.join("\n").split("\n"), objects };
  } finally {
    process.exitCode = before;
    spy.mockRestore();
  }
}

describe("greenhook inbox", () => {
  test("makes no file of a wrong name", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "typo.db");
    for (const args of [[], ["status"], ["list", "--dead"], ["import", "/dev/null"]]) {
      const message = `error: Cannot open inbox "${path}": there is no such file\n`;
      expect(await callGreenhook(["inbox", path, ...args])).toEqual({ code: 1, printed: message });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    [["lst"], 'Unknown command "lst": did you mean list?'],
    [["list", "--dead", "--done"], "cannot be used with option"],
    [["list", "--older-than", "26"], "it must be a number with s, m, h or d"],
    [["show"], "missing required argument 'id'"],
  ])("%s: exit code 1, and a line that says why", async (args, says) => {
    const { code, printed: text } = await callGreenhook(["inbox", join(temporaryFolder(), "inbox.db"), ...args]);
    expect(text).toMatch(/^error: [^\n]*\n$/);
    expect(text).toContain(says);
    expect(code).toBe(1);
  });

  test("a URL of a database is refused unread", async () => {
    const { code, printed: text } = await callGreenhook(["inbox", "postgres://user:password@localhost/db"]);
    expect({ code, text }).toEqual({ code: 1, text: expect.not.stringContaining("password") as string });
  });

  test("opens the file before the command, or inbox.db", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "inbox.db");
    const inbox = createInbox({ path });
    await store(inbox, textMessage());
    await inbox.close();
    const { code, printed: text } = await callGreenhook(["inbox", path, "list", "--json"]);
    expect({ code, ...(JSON.parse(text) as object) }).toMatchObject({ code: 0, id: "1", state: "waiting" });
    const before = process.cwd();
    process.chdir(folder);
    onTestFinished(() => process.chdir(before));
    const status = await callGreenhook(["inbox", "--json"]);
    expect({ code: status.code, ...(JSON.parse(status.printed) as object) }).toMatchObject({ code: 0, waiting: 1 });
  });

  test("status: 0 where all is well, 2 where something is dead or blocked", async () => {
    const inbox = await opened(textMessage("Hello", "A"), textMessage("Hello", "B"));
    const well = await printed((output) => showStatus(inbox, output));
    expect(well).toMatchObject({ code: 0, objects: [{ waiting: 2, running: 0, dead: 0 }] });
    expect(well.lines[0]).toMatch(/^waiting {2}2 {2}the oldest for \d+ s$/);
    await kill(inbox, { whenDead: "block" });
    const { code, lines } = await printed((output) => showStatus(inbox, output));
    expect(lines.slice(3)).toEqual([expect.stringMatching(/^dead {5}1 /), expect.stringMatching(/^blocked {2}1 /)]);
    expect(code).toBe(2);
    expect(await printed((output) => showCheck(inbox, output))).toMatchObject({
      code: 2,
      lines: expect.arrayContaining(["sqlite  not durable", expect.stringMatching(/^1 items are dead: /)]) as unknown,
    });
  });

  test("list and show hide numbers, names and texts, unless asked for them", async () => {
    const inbox = await opened(textMessage("private words", "A"));
    await kill(inbox);
    const options = { limit: 100, unmasked: false };
    const list = await printed((output) => listItems(inbox, options, output));
    const show = await printed((output) => showItem(inbox, "1", options, output));
    expect(list.lines).toEqual([
      expect.stringMatching(/^ {5}1 {2}dead {5}\S+Z {2}incomingMessageReceived {2}1101000001\/•••0001@c\.us$/),
      expect.stringMatching(/^ {17}attempt 1: no account of •••0001$/),
    ]);
    expect(list.objects).toMatchObject([{ lane: "1101000001/•••0001@c.us", lastError: "no account of •••0001" }]);
    expect(show.objects[1]).toMatchObject({ notification: { idMessage: "A", messageData: { textMessageData: { textMessage: "•••" } } } });
    for (const secret of ["79000000001", "private words", "Customer"]) expect(JSON.stringify([list, show])).not.toContain(secret);
    const whole = await printed((output) => showItem(inbox, "1", { unmasked: true }, output));
    expect(whole.lines).toContain(JSON.stringify(textMessage("private words", "A")));
    const unmasked = await printed((output) => listItems(inbox, { ...options, unmasked: true }, output));
    expect(unmasked.objects).toMatchObject([{ lane: `1101000001/${chat}` }]);
    await expect(showItem(inbox, "9", options, createOutput(true))).rejects.toThrow('There is no item "9"');
  });

  test("list says where there are more", async () => {
    const inbox = await opened(...["A", "B", "C"].map((id) => textMessage("Hello", id)));
    const list = (limit: number) => printed((output) => listItems(inbox, { limit, unmasked: false, waiting: true }, output));
    expect(await list(2)).toMatchObject({ objects: [{ id: "1" }, { id: "2" }], lines: { 2: "There are more: --limit shows more than 2" } });
    expect((await list(3)).lines).toHaveLength(3);
  });

  test("retry and erase take what is named, and say what they couldn't", async () => {
    const inbox = await opened(textMessage("Hello", "A"), textMessage("Hello", "B"));
    await kill(inbox);
    expect(await printed((output) => retryItems(inbox, ["1", "77"], {}, output))).toMatchObject({ code: 2, objects: [{ retried: 1 }] });
    expect(await printed((output) => retryItems(inbox, [], { dead: true }, output))).toMatchObject({ code: 0, objects: [{ retried: 1 }] });
    const erase = (options: object) => printed((output) => eraseItems(inbox, [], options, output));
    expect(await erase({ chat: "79000000002@c.us" })).toMatchObject({ objects: [{ erased: 0 }] });
    expect(await erase({ olderThan: 3_600_000 })).toMatchObject({ objects: [{ erased: 0 }] });
    expect(await erase({ chat })).toMatchObject({ code: 0, objects: [{ erased: 2 }] });
    const show = await printed((output) => showItem(inbox, "1", { unmasked: false }, output));
    expect(show.lines.at(-1)).toMatch(/^Its text is gone/);
    for (const run of [retryItems, eraseItems]) await expect(run(inbox, [], {}, createOutput(true))).rejects.toThrow("say which items");
  });
});

describe("greenhook inbox export and import", () => {
  /** The lines of an export, in a file. */
  async function exported(inbox: SqliteInbox): Promise<string> {
    let text = "";
    const spies = [
      vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
        text += String(chunk);
        return true;
      }),
      vi.spyOn(console, "error").mockImplementation(() => undefined),
    ];
    await exportItems(inbox).finally(() => spies.forEach((spy) => spy.mockRestore()));
    const file = join(temporaryFolder(), "items.ndjson");
    writeFileSync(file, text);
    return file;
  }

  const imported = (inbox: SqliteInbox, file: string, dead = false) =>
    printed((output) => importItems(inbox, file, { dead, lanes: new ImportedLanes() }, output));

  test("move what waits, in the order of each chat, and nothing twice", async () => {
    const inbox = await opened(...["A", "B"].map((id) => textMessage("Hello", id)), quota, quota, textMessage("Hello", "C"));
    const file = await exported(inbox);
    const target = await opened();
    expect(await imported(target, file)).toMatchObject({ code: 0, objects: [{ stored: 5, duplicate: 0 }] });
    // Equal ones without an id of their own are five too.
    expect(await imported(target, file)).toMatchObject({ code: 0, objects: [{ stored: 0, duplicate: 5 }] });
    const keys = async (from: SqliteInbox, lane: string) => (await from.items.list({ lane })).map(({ key, origin }) => [key, origin]);
    for (const lane of [`1101000001/${chat}`, "1101000001"]) expect(await keys(target, lane)).toEqual(await keys(inbox, lane));
    expect(await target.items.textOf("1")).toBe(JSON.stringify(textMessage("Hello", "A")));
  });

  test("leave dead ones out, unless they are to be run again", async () => {
    const inbox = await opened(textMessage("Hello", "A"), textMessage("Hello", "B"));
    await kill(inbox);
    const file = await exported(inbox);
    expect(await imported(inbox, file)).toMatchObject({ code: 2, objects: [{ stored: 0, deadLeftOut: 2 }] });
    const target = await opened();
    expect(await imported(target, file, true)).toMatchObject({ code: 0, objects: [{ stored: 2, deadLeftOut: 0 }] });
  });

  test("export refuses while something runs", async () => {
    const inbox = await opened(textMessage());
    await inbox.work(() => new Promise(() => undefined), { logger: false });
    await expect.poll(async () => (await inbox.stats()).running, { timeout: 10_000 }).toBe(1);
    await expect(exported(inbox)).rejects.toThrow("Cannot export: 1 items are running");
  });

  test("import into a new file keeps the lanes that the application chose", async () => {
    const folder = temporaryFolder();
    const inbox = createInbox({ path: ":memory:", laneOf: () => "1101000001/by sender" });
    onTestFinished(() => inbox.close());
    await store(inbox, textMessage());
    const path = join(folder, "new.db");
    await callGreenhook(["inbox", path, "import", await exported(inbox), "--create"]);
    expect(existsSync(path)).toBe(true);
    const target = createInbox({ path, mustExist: true });
    onTestFinished(() => target.close());
    expect(await target.items.list()).toMatchObject([{ lane: "1101000001/by%20sender" }]);
  });

  test.each([
    ['{"key":', "line 2 isn't of an export: it isn't JSON"],
    ["[]", 'line 2 isn\'t of an export: "key" must be a string'],
    ['{"key":"k","lane":"l","origin":"o","storedAt":"today","text":"private","state":"waiting"}', '"storedAt" must be a date'],
    ['{"key":"k","lane":"l","origin":"o","storedAt":"2026-01-01","text":"private","state":"waiting"}', "line 2 can't be stored: "],
  ])("import of %s names the line, not its content", async (line, says) => {
    const file = join(temporaryFolder(), "items.ndjson");
    writeFileSync(file, `\n${line}\n`);
    const deliver = { deliver: () => "stored" } as unknown as SqliteInbox;
    const error: unknown = await imported(deliver, file).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(says);
    expect(String(error)).not.toContain("private");
  });
});
