import { createReceiver } from "@greenhook/core";
import type { ApiClient, ReconcileClient } from "@greenhook/core/api";
import { createInbox, NotRetryable, type SqliteInbox, type WorkOptions } from "@greenhook/inbox";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { checkInbox } from "../../../packages/cli/dist/doctor/check-inbox.js";
import { checkMissed } from "../../../packages/cli/dist/doctor/check-missed.js";
import { exportItems } from "../../../packages/cli/dist/inbox/export-items.js";
import { importItems, ImportedLanes } from "../../../packages/cli/dist/inbox/import-items.js";
import { showCheck, showStatus } from "../../../packages/cli/dist/inbox/inspect-inbox.js";
import { eraseItems, listItems, retryItems, showItem } from "../../../packages/cli/dist/inbox/steer-items.js";
import { recoverMissed } from "../../../packages/cli/dist/reconcile/recover-missed.js";
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
    await run({ ...output, progress: () => undefined, object: (value) => void objects.push(JSON.parse(JSON.stringify(value))) });
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

  test("without a file is on Postgres where DATABASE_URL is set; its password isn't printed", async () => {
    const env = { DATABASE_URL: "postgres://user:hidden@127.0.0.1:9/app" };
    const { code, printed: text } = await callGreenhook(["inbox", "status"], env);
    expect(text).toMatch(/^error: Cannot open inbox "greenhook" on Postgres: .*ECONNREFUSED.*; DATABASE_URL says where it is\n$/);
    expect(text).not.toContain("hidden");
    expect(code).toBe(1);
    const path = join(temporaryFolder(), "inbox.db");
    expect((await callGreenhook(["inbox", path, "status"], env)).printed).toContain(`Cannot open inbox "${path}"`);
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
    const list = (limit: number, more: object = {}) =>
      printed((output) => listItems(inbox, { limit, unmasked: false, waiting: true, ...more }, output));
    expect(await list(2)).toMatchObject({
      objects: [{ id: "1" }, { id: "2" }],
      lines: { 2: "There are more: --after 2 lists them, --limit more at once" },
    });
    expect((await list(2, { after: "2" })).objects).toMatchObject([{ id: "3" }]);
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

  test("export reads a long list in pages", async () => {
    const items = Array.from({ length: 2_001 }, (_, index) => ({ id: String(index), key: `key ${index}`, storedAt: new Date() }));
    const list = vi.fn<SqliteInbox["items"]["list"]>(async ({ state, limit = 0, after } = {}) => {
      const from = after === undefined ? 0 : Number(after) + 1;
      return state === "waiting" ? (items.slice(from, from + limit) as unknown as ReturnType<SqliteInbox["items"]["list"]>) : [];
    });
    const inbox = { stats: async () => ({ running: 0 }), items: { list, textOf: async () => "{}" } } as unknown as SqliteInbox;
    const lines = readFileSync(await exported(inbox), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { key: string }).key)).toEqual(items.map(({ key }) => key));
    expect(list).toHaveBeenCalledTimes(4);
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

describe("greenhook listen --inbox", () => {
  test("stores each delivery before the response, and prints it when it is handled", async () => {
    const path = join(temporaryFolder(), "inbox.db");
    const { code, printed: text } = await callGreenhook(["listen", "--once", "--json", "--port", "0", "--no-quarantine", "--inbox", path]);
    const objects = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(objects.filter(({ event }) => event === "delivery").map(({ outcome }) => outcome)).toEqual(Array(5).fill("stored"));
    expect(objects.filter(({ event }) => event === "handled")).toHaveLength(5);
    expect(objects.find(({ typeWebhook }) => typeWebhook === "somethingNewAtGreenApi")).toBeDefined();
  });

  test("takes nothing from the program that it waits for", async () => {
    const path = join(temporaryFolder(), "inbox.db");
    const inbox = createInbox({ path });
    onTestFinished(() => inbox.close());
    await store(inbox, textMessage());
    const { code, printed: text } = await callGreenhook(["listen", "--once", "--port", "0", "--inbox", path]);
    expect({ code, text }).toEqual({ code: 1, text: expect.stringContaining("Cannot listen: 1 items wait in") as string });
    expect((await inbox.stats()).waiting).toBe(1);
  });
});

type Row = Readonly<Record<string, unknown>>;
const hour = 3_600_000;

/** A client whose journal of incoming messages has these rows. */
function clientOf(rows: readonly Row[], count = 0): ReconcileClient & Pick<ApiClient, "getWebhooksCount"> {
  const empty = async (): Promise<readonly Row[]> => [];
  const client: unknown = {
    idInstance: "1101000001",
    getSettings: async () => ({ wid: "79000000000@c.us", typeInstance: "whatsapp", incomingWebhook: "yes" }),
    getWebhooksCount: async () => ({ count }),
    lastIncomingMessages: async () => rows,
    lastOutgoingMessages: empty,
    lastIncomingCalls: empty,
    lastOutgoingCalls: empty,
  };
  return client as ReconcileClient & Pick<ApiClient, "getWebhooksCount">;
}

function row(idMessage: string, hoursAgo: number): Row {
  const timestamp = Math.floor((Date.now() - hoursAgo * hour) / 1_000);
  return { type: "incoming", idMessage, timestamp, typeMessage: "textMessage", chatId: chat, senderId: chat, textMessage: "private words" };
}

describe("greenhook reconcile", () => {
  test("lists what an inbox hasn't, then stores it, then finds nothing", async () => {
    const inbox = await opened(textMessage("private words", "LIVE"));
    const client = clientOf([row("SECOND", 1), row("LIVE", 2), row("FIRST", 3), row("OLD", 30)]);
    const run = (dryRun: boolean) =>
      printed((output) => recoverMissed(client, { inbox }, { since: new Date(Date.now() - 26 * hour), dryRun }, output));
    const dry = await run(true);
    expect(dry.code).toBe(2);
    expect(dry.lines.slice(0, 2)).toEqual(
      ["FIRST", "SECOND"].map(
        (id) => expect.stringMatching(new RegExp(`^\\S+Z {2}incomingMessageReceived {2}textMessage {2}${id}$`)) as string,
      ),
    );
    expect(dry.lines).toContain("2 missing, 1 known");
    expect(dry.lines[2]).toMatch(/^lastIncomingMessages {2}4 rows, the oldest of \S+Z$/);
    expect(JSON.stringify(dry)).not.toMatch(/private words|79000000001/);
    expect((await inbox.stats()).waiting).toBe(1);
    const done = await run(false);
    expect(done).toMatchObject({ code: 0, objects: [{ event: "reconciled", outcomes: { stored: 2, duplicate: 1 }, skipped: 0 }] });
    expect(done.lines.at(-1)).toMatch(/^Next time: --since \d{4}-\S+Z$/);
    expect(await run(true)).toMatchObject({ code: 0, objects: [{ outcomes: { duplicate: 3 } }] });
  });

  test("says what can't be stored, and that some is left", async () => {
    const inbox = { work: () => undefined, deliver: () => Promise.reject(new Error("the disk is full")) } as unknown as SqliteInbox;
    const since = new Date(Date.now() - 26 * hour);
    const { code, lines } = await printed((output) =>
      recoverMissed(clientOf([row("SECOND", 1), row("FIRST", 3)]), { inbox }, { since, dryRun: false }, output),
    );
    expect(code).toBe(2);
    expect(lines[0]).toMatch(/failed {2}incomingMessageReceived {2}textMessage {2}FIRST {2}the disk is full$/);
    expect(lines).toContain("0 stored, 0 known, 2 left: run it again");
  });

  test("asks a program's store what it had", async () => {
    const known = { claim: () => ({ state: "done" as const }), renew: () => undefined, settle: () => undefined };
    const options = { since: new Date(Date.now() - 26 * hour), dryRun: true };
    const client = clientOf([row("FIRST", 1)]);
    expect((await printed((output) => recoverMissed(client, { store: known }, options, output))).lines).toContain("0 missing, 1 known");
    expect((await printed((output) => recoverMissed(client, {}, options, output))).lines).toContain("1 missing, 0 known");
  });

  test.each([
    [[], "required option '--since <time>' not specified"],
    [["--since", "yesterday"], "it must be a length of time such as 26h"],
    [["--since", "26h"], "Give the --inbox to store what was missed in, or --dry-run to list it"],
    [["--since", "26h", "--dry-run"], "No instance given"],
    [["--since", "26h", "--inbox", "--store", "x.db"], "cannot be used with option"],
  ])("%j: exit code 1, and a line that says why", async (args, says) => {
    const { code, printed: text } = await callGreenhook(["reconcile", ...args]);
    expect(text).toContain(says);
    expect(code).toBe(1);
  });
});

describe("greenhook doctor --inbox", () => {
  test("looks at an inbox alone", async () => {
    const path = join(temporaryFolder(), "inbox.db");
    const inbox = createInbox({ path });
    onTestFinished(() => inbox.close());
    await store(inbox, textMessage());
    const { printed: text } = await callGreenhook(["doctor", "--json", "--inbox", path]);
    const found = expect.stringMatching(/^sqlite, flushed before it answers; 1 waiting, the oldest for \d+ s, 0 dead$/) as string;
    expect(JSON.parse(text.split("\n")[0]!)).toEqual({ check: "inbox", result: "ok", found });
  });

  test("takes each problem for a fault, with what to do", async () => {
    const inbox = {
      stats: async () => ({ waiting: 0, running: 0, done: 0, dead: 2, oldestWaitingSeconds: 0, blockedLanes: 0 }),
      check: async () => ({ engine: "sqlite", durable: false, problems: ["The file is damaged: row 3", "It is in memory"] }),
    } as unknown as SqliteInbox;
    expect(await checkInbox(inbox)).toEqual([
      { check: "inbox", result: "fault", found: "sqlite, not durable: what it acknowledged can be lost" },
      { check: "inbox", result: "fault", found: "The file is damaged", advice: "row 3" },
      { check: "inbox", result: "fault", found: "It is in memory" },
    ]);
  });

  test("compares the journals of the last day with the inbox", async () => {
    const inboxSince = (hoursAgo: number | undefined, ...keys: string[]) => {
      const oldest = hoursAgo === undefined ? [] : [{ storedAt: new Date(Date.now() - hoursAgo * hour) }];
      const list = async ({ messageKey }: { messageKey?: string }) => (messageKey === undefined ? oldest : keys.splice(0, 1));
      return { items: { list }, work: () => undefined, deliver: () => "stored" } as unknown as SqliteInbox;
    };
    const rows = [row("NOW", 0), row("B", 2), row("A", 20), row("BEFORE", 30)];
    expect(await checkMissed(clientOf(rows), inboxSince(100, "A"))).toEqual({
      check: "journals",
      result: "fault",
      found: "1 of the last 24 h aren't in the inbox, 1 are",
      advice: "recover them with: greenhook reconcile --since 24h --inbox",
    });
    expect(await checkMissed(clientOf(rows, 7), inboxSince(100))).toMatchObject({
      result: "advice",
      found: "2 of the last 24 h aren't in the inbox, 0 are",
      advice: expect.stringMatching(/^7 wait in the queue/) as string,
    });
    // An inbox that began 3 hours ago doesn't miss what was before.
    expect(await checkMissed(clientOf(rows), inboxSince(3, "B"))).toMatchObject({
      result: "ok",
      found: "1 of the last 3 h, all of them in the inbox",
    });
    expect(await checkMissed(clientOf(rows), inboxSince(undefined))).toMatchObject({ result: "skipped" });
  });
});
