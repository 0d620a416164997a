import { inboxContractCases, runInboxContract } from "@greenhook/inbox/contract";
import { describe, expect, test } from "vitest";
import { sqliteUnderTest } from "../../inbox/sqlite-bench.ts";
import { defects, type Defect } from "./defects.ts";

test("there is a defect for each case of the inbox's contract", () => {
  expect(Object.keys(defects).sort()).toEqual(inboxContractCases.map(({ title }) => title).sort());
});

function defectOf(title: string): { readonly defect: Defect; readonly reason: string | RegExp } {
  const found = defects[title];
  if (found === undefined) throw new Error(`There is no defect for "${title}"`);
  const [defect, reason] = found;
  return { defect, reason };
}

describe("a case of the inbox's contract fails for an engine with its defect", () => {
  test.each(inboxContractCases)("$title", { concurrent: true }, async (each) => {
    const { defect, reason } = defectOf(each.title);
    const sqlite = sqliteUnderTest();
    const real = new Map<object, object>();
    const [result] = await runInboxContract({
      ...sqlite,
      async make(store) {
        const engine = await sqlite.make(store);
        const defective = { ...engine, ...defect(engine as never) };
        real.set(defective, engine);
        return defective as never;
      },
      crash: (engine) => sqlite.crash!(real.get(engine) as never),
      cases: [each],
      // The backlog takes its time on a busy machine; most of the others would wait for what never comes.
      patienceMilliseconds: each.title.includes("backlog") ? 60_000 : 5_000,
    });
    expect(result).toMatchObject({ outcome: "failed", reason: expect.stringMatching(reason) as string });
  });
});
