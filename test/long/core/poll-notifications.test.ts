import { expect, test } from "vitest";
import { runWithFaults } from "../../core/polling/run-with-faults.ts";

test("pollNotifications() delivers each of 10,000 at least once, through random failures and kills", { timeout: 300_000 }, async () => {
  const result = await runWithFaults({ count: 10_000, seed: 11, killAfter: 500 });
  console.log(JSON.stringify(result));
  expect(result).toMatchObject({ handled: 10_000, deletedEarly: 0 });
  expect(result.runs).toBeGreaterThan(5);
});
