import { inboxContractCases, runInboxContract } from "@greenhook/inbox/contract";
import { describe, expect, test } from "vitest";
import { sqliteUnderTest } from "../sqlite-bench.ts";

describe("the SQLite engine", () => {
  test.each(inboxContractCases)("$title", { concurrent: true }, async (each) => {
    expect(await runInboxContract({ ...sqliteUnderTest(), cases: [each] })).toEqual([{ title: each.title, outcome: "passed" }]);
  });
});
