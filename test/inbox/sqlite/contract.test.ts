import { inboxContractCases, runInboxContract } from "@greenhook/inbox/contract";
import { existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { modelProperty } from "../model-property.ts";
import { sqliteUnderTest } from "../sqlite-bench.ts";

const memory = "/dev/shm";

/** In memory where there is room: a flush to a busy disk takes ten milliseconds, and the contract has thousands. */
function hasRoom(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 512 * 1_024 * 1_024;
}

const onDisk = mkdtempSync(join(tmpdir(), "greenhook-inbox-"));
const folder = hasRoom() ? mkdtempSync(join(memory, "greenhook-inbox-")) : onDisk;
afterAll(() => [onDisk, folder].forEach((each) => rmSync(each, { recursive: true, force: true })));

describe("the SQLite engine", () => {
  // Leases are short here. A machine that stands still for longer than one makes a worker look dead: that is no defect.
  test.each(inboxContractCases)("$title", { concurrent: true, timeout: 120_000, retry: 2 }, async (each) => {
    // What is in memory isn't durable.
    const sqlite = sqliteUnderTest(each.title.includes("durable") ? onDisk : folder);
    expect(await runInboxContract({ ...sqlite, cases: [each] })).toEqual([{ title: each.title, outcome: "passed" }]);
  });
});

test("the SQLite engine does what a model of it does: order, nothing lost, nothing again, dead items and erasing, across a restart", async () => {
  await fc.assert(modelProperty(folder, 12, 60_000), { seed: 1_101_000_001, numRuns: 2, endOnFailure: true });
});
