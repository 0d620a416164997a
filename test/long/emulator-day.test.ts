import { expect, test } from "vitest";
import { playDay } from "../emulator/play-day.ts";

test(
  "our receiver gets 100,000 notifications of a day once, in order, through outages, restarts and redeliveries",
  { timeout: 240_000 },
  async () => {
    const day = await playDay(100_000);
    expect(day.handled).toEqual(day.sent);
    expect(day).toMatchObject({ waiting: 0, dropped: 0, duplicates: 2_000 });
    expect(day.attempts).toBe(102_000 + day.failedAttempts);
  },
);
