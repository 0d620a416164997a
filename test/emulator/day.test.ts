import { expect, test } from "vitest";
import { playDay } from "./play-day.ts";

test("our receiver gets every notification of a day once, in order, through outages, restarts and redeliveries (1,000 of them)", async () => {
  const day = await playDay(1_000);
  expect(day.handled).toEqual(day.sent);
  expect(day).toMatchObject({ waiting: 0, dropped: 0, duplicates: 20 });
  expect(day.failedAttempts).toBeGreaterThan(100);
});
