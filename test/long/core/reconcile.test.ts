import { expect, test } from "vitest";
import { expectNothingMissing } from "../../core/reconcile/expect-nothing-missing.ts";
import { playOutage } from "../../core/reconcile/play-outage.ts";

test("reconcile() gives back what was dropped of 10,000 messages and calls in an outage of 25 hours, and nothing twice", async () => {
  const outage = await playOutage(10_000);
  expectNothingMissing(outage);
  expect(outage.fromJournal.length).toBeGreaterThan(300);
  console.log(JSON.stringify({ live: outage.live.length, dropped: outage.dropped, fromJournal: outage.fromJournal.length }));
});
