import { createInbox } from "@greenhook/inbox";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { numberedText } from "../../inbox/programs/numbered-text.mjs";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { deliverText } from "./stored.ts";

const programs = join(import.meta.dirname, "../../inbox/programs");
const packages = join(import.meta.dirname, "../../../packages");

/** What `strace` saw of a process that stores and acknowledges: how often it did while pages of the log weren't flushed to the disk. */
async function ledgerOf(program: string): Promise<{ readonly acknowledged: number; readonly unflushed: number }> {
  const path = join(temporaryFolder(), "inbox.db");
  // Opened again below: the level of flushes is a property of the connection.
  const inbox = createInbox({ path });
  await deliverText(inbox, numberedText("N", 0));
  await inbox.close();
  const trace = `${path}.trace`;
  const calls = ["-f", "-y", "-qq", "-e", "trace=write,pwrite64,fdatasync,fsync", "-o", trace];
  // One at a time: an acknowledgement beside the next batch's write would look like one before its flush.
  const env = { ...process.env, CONNECTIONS: "1" };
  const child = spawn("strace", [...calls, process.execPath, "--no-warnings", program, path, "L", "50"], {
    stdio: ["ignore", "pipe", "inherit"],
    env,
  });
  child.stdout.resume();
  await once(child, "close");
  let acknowledged = 0;
  let unflushed = 0;
  let isDirty = false;
  const flushing = new Set<string>();
  for (const line of readFileSync(trace, "utf8").split("\n")) {
    const [, thread = "", call = ""] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (/^pwrite64\(\d+<[^>]*-wal>/.test(call)) isDirty = true;
    else if (/^f(?:data)?sync\(\d+<[^>]*-wal>/.test(call)) {
      if (call.includes("unfinished")) flushing.add(thread);
      else isDirty = false;
    } else if (/^<\.\.\. f(?:data)?sync resumed/.test(call)) {
      if (flushing.delete(thread)) isDirty = false;
    } else if (call.startsWith("write(1<")) {
      acknowledged += 1;
      if (isDirty) unflushed += 1;
    }
  }
  return { acknowledged, unflushed };
}

/** The program over a copy of the package that flushes as SQLite does by default in this mode: at checkpoints. */
function programWithoutFlushes(): string {
  const folder = temporaryFolder();
  const scope = join(folder, "node_modules/@greenhook");
  mkdirSync(scope, { recursive: true });
  symlinkSync(join(packages, "core"), join(scope, "core"));
  for (const part of ["package.json", "dist"]) cpSync(join(packages, "inbox", part), join(scope, "inbox", part), { recursive: true });
  cpSync(programs, join(folder, "programs"), { recursive: true });
  const file = join(scope, "inbox/dist/sqlite/store/open-database.js");
  const source = readFileSync(file, "utf8");
  const planted = source.replace("synchronous = full", "synchronous = normal").replace("synchronousOf(database) < 2", "false");
  expect(planted).not.toBe(source);
  writeFileSync(file, planted);
  return join(folder, "programs/acknowledge.mjs");
}

test.skipIf(spawnSync("strace", ["-V"]).status !== 0)(
  "nothing is acknowledged before it is flushed to the disk, and the ledger would tell",
  async () => {
    expect(await ledgerOf(join(programs, "acknowledge.mjs"))).toEqual({ acknowledged: 50, unflushed: 0 });
    expect(await ledgerOf(programWithoutFlushes())).toEqual({ acknowledged: 50, unflushed: 50 });
  },
);
