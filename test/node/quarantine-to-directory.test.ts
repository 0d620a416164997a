import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createDispatcher, type DeliveryContext } from "@greenhook/core";
import { quarantineToDirectory, replayQuarantine, type QuarantineFile } from "@greenhook/node";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startCase } from "../support/case-server.ts";
import { statusSample, textMessage } from "../support/notifications.ts";
import { exchange, post } from "../support/raw-http.ts";

function temporary(): string {
  const directory = mkdtempSync(join(tmpdir(), "quarantine-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const read = (directory: string, name: string): QuarantineFile => JSON.parse(readFileSync(join(directory, name), "utf8")) as QuarantineFile;

describe("quarantineToDirectory()", () => {
  test("keeps a refused delivery in a file of its owner's, before the sender has its 200", async () => {
    const directory = join(temporary(), "refused");
    const server = await startCase({ quarantine: quarantineToDirectory(directory) });
    const body = statusSample("000001");
    const { responses } = await exchange(server.port, [post(body)]);
    expect(JSON.parse(responses[0]!.body)).toMatchObject({
      ok: true,
      quarantined: "JSON",
      position: 68,
      message: expect.stringContaining("begin with zeros"),
    });
    const [name, ...more] = readdirSync(directory);
    expect(more).toEqual([]);
    expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z-[0-9a-f]{16}\.json$/);
    expect(statSync(join(directory, name!)).mode & 0o777).toBe(0o600);
    const file = read(directory, name!);
    expect(file).toMatchObject({ code: "JSON", receivedAt: server.outcomes[0]!.receivedAt.toISOString() });
    expect(Buffer.from(file.base64!, "base64").toString()).toBe(body);
  });

  test("keeps what is nested deeper than JSON.stringify can go, as a body parser hands it over", async () => {
    const directory = temporary();
    const text = `{"a":[1,"\\u0000",{"b":null}],"deep":${"[".repeat(30_000)}${"]".repeat(30_000)},"c":{}}`;
    await quarantineToDirectory(directory)({ code: "DEPTH", value: JSON.parse(text) as unknown, receivedAt: new Date(0) });
    const [name] = readdirSync(directory);
    const written = readFileSync(join(directory, name!), "utf8");
    expect(written).toBe(`{"code":"DEPTH","receivedAt":"1970-01-01T00:00:00.000Z","value":${text}}`);
    expect(await replayQuarantine(directory, { deliver: () => undefined })).toEqual({ delivered: 0, remaining: 1 });
  });

  test("keeps a value with numbers beyond a double, dates and circles", async () => {
    const directory = temporary();
    const value: Record<string, unknown> = { id: 9007199254740993n, at: new Date(0), list: [1n, undefined, () => 0], twice: { a: [] } };
    value["again"] = value["twice"];
    value["self"] = { value };
    await quarantineToDirectory(directory)({ code: "SHAPE", value, receivedAt: new Date(0) });
    const [name] = readdirSync(directory);
    expect(readFileSync(join(directory, name!), "utf8")).toBe(
      '{"code":"SHAPE","receivedAt":"1970-01-01T00:00:00.000Z","value":{"id":9007199254740993,"at":"1970-01-01T00:00:00.000Z",' +
        '"list":[1,null,null],"twice":{"a":[]},"again":{"a":[]},"self":{"value":"[circular]"}}}',
    );
  });

  test("keeps a BigInt among 300,000 values", async () => {
    const directory = temporary();
    await quarantineToDirectory(directory)({ code: "SHAPE", value: [...Array(300_000).keys(), 1n], receivedAt: new Date(0) });
    expect(read(directory, readdirSync(directory)[0]!).value).toHaveLength(300_001);
  });

  test("finishes the whole files that a killed process left, and removes the halves", () => {
    const directory = temporary();
    const name = (seconds: number): string => `2026-01-01T00-00-0${seconds}.000Z-0123456789abcdef.json`;
    const whole = JSON.stringify({ code: "JSON", receivedAt: "2026-01-01T00:00:00.000Z", base64: "e30=" });
    writeFileSync(join(directory, `.${name(1)}.part`), whole);
    writeFileSync(join(directory, `.${name(2)}.part`), whole.slice(0, -10));
    writeFileSync(join(directory, `.${name(3)}.part`), "");
    writeFileSync(join(directory, `.${name(4)}.part`), whole.slice(0, -10));
    for (const seconds of [2, 3]) utimesSync(join(directory, `.${name(seconds)}.part`), 0, 0);
    writeFileSync(join(directory, ".hidden.part"), "not ours");
    quarantineToDirectory(directory);
    // The fourth may be in the middle of being written by another process.
    expect(readdirSync(directory).sort()).toEqual([`.${name(4)}.part`, ".hidden.part", name(1)].sort());
    expect(readFileSync(join(directory, name(1)), "utf8")).toBe(whole);
  });

  test("is whole too where another process finishes its file", async () => {
    const directory = temporary();
    const handle = await open(directory);
    const sync = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, "sync");
    await handle.close();
    onTestFinished(() => sync.mockRestore());
    sync.mockImplementationOnce(async () => void quarantineToDirectory(directory));
    await quarantineToDirectory(directory)({ code: "JSON", value: "x", receivedAt: new Date(0) });
    expect(readdirSync(directory)).toHaveLength(1);
  });

  test.runIf(process.platform === "linux")("puts the entries of new folders on disk too, once", async () => {
    const directory = temporary();
    const handle = await open(directory);
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const synced: string[] = [];
    const sync = vi.spyOn(prototype, "sync").mockImplementation(async function (this: FileHandle) {
      synced.push(readlinkSync(`/proc/self/fd/${this.fd}`).slice(directory.length));
    });
    onTestFinished(() => sync.mockRestore());
    const quarantine = quarantineToDirectory(join(directory, "a/b"));
    const rejected = { code: "JSON", value: "x", receivedAt: new Date(0) } as const;
    await quarantine(rejected);
    expect(synced.slice(1)).toEqual(["/a/b", "/a", ""]);
    synced.length = 0;
    await quarantine(rejected);
    expect(synced.slice(1)).toEqual(["/a/b"]);
    rmSync(join(directory, "a"), { recursive: true });
    synced.length = 0;
    await quarantine(rejected);
    expect(synced.slice(1)).toEqual(["/a/b", "/a", ""]);
  });

  test("keeps what is wrong, and the value where there are no bytes", async () => {
    const directory = temporary();
    const issues = [{ path: "idMessage", message: "is missing" }];
    await quarantineToDirectory(directory)({ code: "SCHEMA", value: { a: 1 }, issues, receivedAt: new Date(0) });
    const [name] = readdirSync(directory);
    expect(read(directory, name!)).toEqual({ code: "SCHEMA", receivedAt: "1970-01-01T00:00:00.000Z", issues, value: { a: 1 } });
  });

  test("rejects and leaves nothing behind when it can't write", async () => {
    const directory = join(temporary(), "refused");
    const quarantine = quarantineToDirectory(directory);
    rmSync(directory, { recursive: true });
    writeFileSync(directory, "a file where the folder was");
    await expect(Promise.resolve(quarantine({ code: "JSON", value: "x", receivedAt: new Date() }))).rejects.toThrow(/EEXIST/);
  });

  test("makes the folder again where it was deleted meanwhile", async () => {
    const directory = join(temporary(), "refused");
    const quarantine = quarantineToDirectory(directory);
    rmSync(directory, { recursive: true });
    await quarantine({ code: "JSON", value: "x", receivedAt: new Date() });
    expect(readdirSync(directory)).toHaveLength(1);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  test.each([
    ["EINVAL", "resolves"],
    ["ENOTSUP", "resolves"],
    ["EIO", "rejects"],
  ])("where the folder's own fsync gives %s it %s", async (code, settled) => {
    const directory = temporary();
    const handle = await open(directory);
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const sync = vi.spyOn(prototype, "sync");
    onTestFinished(() => sync.mockRestore());
    // The file's own first, then the folder's.
    sync.mockResolvedValueOnce().mockRejectedValueOnce(Object.assign(new Error(`${code}: fsync`), { code }));
    const [kept] = await Promise.allSettled([quarantineToDirectory(directory)({ code: "JSON", value: "x", receivedAt: new Date() })]);
    expect(kept.status).toBe(settled === "resolves" ? "fulfilled" : "rejected");
    expect(sync).toHaveBeenCalledTimes(2);
    expect(readdirSync(directory)).toHaveLength(1);
  });

  test("fails at once where the folder can't be made", () => {
    const file = join(temporary(), "file");
    writeFileSync(file, "");
    expect(() => quarantineToDirectory(join(file, "refused"))).toThrow(/ENOTDIR/);
  });
});

describe("replayQuarantine()", () => {
  test("delivers what is accepted by now, oldest first, and leaves the rest", async () => {
    const directory = temporary();
    const quarantine = quarantineToDirectory(directory);
    const bytes = (value: unknown): Uint8Array => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
    await quarantine({ code: "SCHEMA", bytes: bytes(textMessage("second", "B")), receivedAt: new Date(2000) });
    await quarantine({ code: "SCHEMA", value: textMessage("first", "A"), receivedAt: new Date(1000) });
    await quarantine({ code: "JSON", bytes: bytes("{"), receivedAt: new Date(500) });
    const seen: unknown[] = [];
    const left: unknown[] = [];
    const deliver = createDispatcher().onText((_, text, { source, receivedAt }) => void seen.push([text, source, receivedAt.getTime()]));
    expect(await replayQuarantine(directory, { deliver, onRemaining: (_, reason) => left.push(reason) })).toEqual({
      delivered: 2,
      remaining: 1,
    });
    expect(seen).toEqual([
      ["first", "replay", 1000],
      ["second", "replay", 2000],
    ]);
    expect(left).toEqual(["JSON"]);
    expect(readdirSync(directory)).toHaveLength(1);
  });

  test("deletes nothing that deliver failed for, and goes on", async () => {
    const directory = temporary();
    for (const [index, id] of ["A", "B"].entries()) {
      await quarantineToDirectory(directory)({ code: "SCHEMA", value: textMessage("Hello", id), receivedAt: new Date(index) });
    }
    let runs = 0;
    const left: unknown[] = [];
    const deliver = (): void => {
      runs++;
      if (runs === 1) throw new Error("down");
    };
    expect(await replayQuarantine(directory, { deliver, onRemaining: (_, reason) => left.push(String(reason)) })).toEqual({
      delivered: 1,
      remaining: 1,
    });
    expect(left).toEqual(["Error: down"]);
    expect(readdirSync(directory)).toHaveLength(1);
  });

  test("goes on where another replay was faster, and where a file can't be deleted", async () => {
    const directory = temporary();
    for (const [index, id] of ["A", "B", "C"].entries()) {
      await quarantineToDirectory(directory)({ code: "SCHEMA", value: textMessage("Hello", id), receivedAt: new Date(index) });
    }
    const [first, second] = readdirSync(directory).sort();
    let runs = 0;
    const deliver = (): void => {
      runs++;
      if (runs === 1) rmSync(join(directory, first!));
      if (runs !== 2) return;
      rmSync(join(directory, second!));
      mkdirSync(join(directory, second!));
    };
    const left: unknown[] = [];
    const onRemaining = (file: string, reason: unknown): void => void left.push([file, (reason as NodeJS.ErrnoException).code]);
    expect(await replayQuarantine(directory, { deliver, onRemaining })).toEqual({ delivered: 2, remaining: 1 });
    expect(left).toEqual([[join(directory, second!), "EISDIR"]]);
  });

  test("leaves what is no file of a quarantine, and stops when aborted", async () => {
    const directory = temporary();
    writeFileSync(join(directory, "broken.json"), "{");
    writeFileSync(join(directory, "null.json"), "null");
    writeFileSync(join(directory, "odd.json"), '{"base64":5}');
    writeFileSync(join(directory, "notes.txt"), "not looked at");
    expect(await replayQuarantine(directory, { deliver: () => undefined })).toEqual({ delivered: 0, remaining: 3 });
    await quarantineToDirectory(directory)({ code: "SCHEMA", value: textMessage(), receivedAt: new Date() });
    expect(await replayQuarantine(directory, { deliver: () => undefined, signal: AbortSignal.abort() })).toEqual({
      delivered: 0,
      remaining: 4,
    });
    chmodSync(directory, 0o700);
  });

  test("deletes only what was taken, with the example's dispatcher", async () => {
    const directory = temporary();
    const quarantine = quarantineToDirectory(directory);
    const kept = [
      textMessage("hello"),
      { typeWebhook: "later" },
      { ...textMessage(), senderData: {} },
      JSON.parse(statusSample()) as object,
    ];
    for (const [index, value] of kept.entries()) await quarantine({ code: "SCHEMA", value, receivedAt: new Date(index) });
    const remaining: unknown[] = [];
    const deliver = createDispatcher()
      .onText(() => undefined)
      .onAny(() => undefined);
    const result = await replayQuarantine(directory, { deliver, onRemaining: (_, reason) => remaining.push(reason) });
    // The state is taken: a handler for every kind is a handler of its kind.
    expect(result).toEqual({ delivered: 2, remaining: 2 });
    expect(remaining).toEqual(["UNKNOWN_TYPE", "SCHEMA"]);
    expect(await replayQuarantine(directory, { deliver: deliver.onUnknown(() => undefined) })).toEqual({ delivered: 2, remaining: 0 });
  });

  test("leaves a file that was corrected while it was delivered", async () => {
    const directory = temporary();
    await quarantineToDirectory(directory)({ code: "SCHEMA", value: textMessage(), receivedAt: new Date(0) });
    const [name] = readdirSync(directory);
    const deliver = (): void => writeFileSync(join(directory, name!), "{}");
    expect(await replayQuarantine(directory, { deliver })).toEqual({ delivered: 0, remaining: 1 });
  });

  test("hands a signal to handlers that its own doesn't abort", async () => {
    const directory = temporary();
    await quarantineToDirectory(directory)({ code: "SCHEMA", value: textMessage(), receivedAt: new Date(0) });
    const controller = new AbortController();
    let aborted: boolean | undefined;
    const deliver = (_: unknown, { signal }: DeliveryContext): void => {
      controller.abort();
      aborted = signal.aborted;
    };
    expect(await replayQuarantine(directory, { deliver, signal: controller.signal })).toEqual({ delivered: 1, remaining: 0 });
    expect(aborted).toBe(false);
  });

  test("delivers the whole files that a killed process had not yet renamed", async () => {
    const directory = temporary();
    await quarantineToDirectory(directory)({ code: "SCHEMA", value: textMessage(), receivedAt: new Date(0) });
    const [name = ""] = readdirSync(directory);
    renameSync(join(directory, name), join(directory, `.${name}.part`));
    expect(await replayQuarantine(directory, { deliver: () => undefined })).toEqual({ delivered: 1, remaining: 0 });
    expect(readdirSync(directory)).toEqual([]);
  });

  test("runs once at a time in a directory, and takes over from one that was killed", async () => {
    const directory = temporary();
    await quarantineToDirectory(directory)({ code: "SCHEMA", value: textMessage(), receivedAt: new Date(0) });
    let second: Promise<unknown> | undefined;
    const deliver = async (): Promise<void> => {
      second = replayQuarantine(directory, { deliver: () => undefined });
      await expect(second).rejects.toThrow("another replay of it runs");
    };
    expect(await replayQuarantine(directory, { deliver })).toEqual({ delivered: 1, remaining: 0 });
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(join(directory, ".replay.lock"), `${pid} ${hostname()}`);
    expect(await replayQuarantine(directory, { deliver: () => undefined })).toEqual({ delivered: 0, remaining: 0 });
    expect(readdirSync(directory)).toEqual([]);
  });
});
