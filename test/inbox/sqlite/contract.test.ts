import { inboxContractCases, runInboxContract } from "@greenhook/inbox/contract";
import { describe, expect, test } from "vitest";
import { sqliteUnderTest } from "../sqlite-bench.ts";

describe("the SQLite engine", () => {
  // Leases are short here. A machine that stands still for longer than one makes a worker look dead: that is no defect.
  test.each(inboxContractCases)("$title", { concurrent: true, timeout: 120_000, retry: 2 }, async (each) => {
    expect(await runInboxContract({ ...sqliteUnderTest(), cases: [each] })).toEqual([{ title: each.title, outcome: "passed" }]);
  });
});
