import { expect, test } from "vitest";
import { expectNothingMissing } from "./expect-nothing-missing.ts";
import { playOutage } from "./play-outage.ts";

test("reconcile() gives back what was dropped in an outage of 25 hours, and nothing twice", async () => {
  const outage = await playOutage(100, { retryPauseMilliseconds: 7_200_000 });
  expectNothingMissing(outage);
  expect(outage.live.length).toBeGreaterThan(0);
});
