import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modelProperty } from "../../inbox/model-property.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { defects } from "./defects.ts";

test("the SQLite engine does what a model of it does, in 8 long sequences of steps", async () => {
  await fc.assert(modelProperty(temporaryFolder(), 60, 60_000), { seed: 1_101_000_002, numRuns: 8, endOnFailure: true });
});

describe("the model finds the defect of the contract's case", () => {
  test.each([
    ["knows a redelivery before, while and after it runs", /^(redelivery of|c\d-\d+ ran)/],
    ["keeps the order in each lane under failures, with two workers and lanes side by side", /^(c\d-\d+ ran|Waited|outcome of|redelivery)/],
    ["gives up after the last attempt, and the lane goes on", /^Waited for .* runs$/],
    ["keeps a lane that a dead item blocks until it is retried or erased", /^c\d-\d+ ran though its chat is blocked/],
    ["gives up at once what isn't retryable, and runs it again when it is retried by hand", /^(retried in|Waited for .* runs$)/],
    ["erases waiting, running, done and dead items, and still knows their redelivery", /^(items of|Waited|c\d-\d+ ran)/],
    ["lets a failing item hold back its own lane only", /^(Waited|outcome of)/],
  ])("%s", async (title, reason) => {
    const [defect] = defects[title] ?? [];
    const options = { seed: 1_101_000_001, numRuns: 20, endOnFailure: true };
    const { failed, errorInstance } = await fc.check(modelProperty(temporaryFolder(), 60, 3_000, defect), options);
    expect([failed, errorInstance]).toMatchObject([true, { message: expect.stringMatching(reason) as string }]);
  });
});
