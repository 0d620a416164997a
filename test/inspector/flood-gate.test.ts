import { describe, expect, onTestFinished, test, vi } from "vitest";
import { FloodGate, type Refused } from "../../packages/inspector/dist/recording/flood-gate.js";

const refused = (status: number, code: string): Refused => ({ status, code });

describe("FloodGate", () => {
  test("lets the first of each code pass, and says how many followed, once a window", () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const summaries: unknown[] = [];
    const gate = new FloodGate<Refused>({
      burst: 2,
      windowMilliseconds: 1_000,
      onSummary: ({ code }, count) => summaries.push([code, count]),
    });
    const passed = (delivery: Refused, times: number): number =>
      Array.from({ length: times }, () => gate.passes(delivery)).filter(Boolean).length;
    expect(passed(refused(401, "AUTH_INVALID"), 100_000)).toBe(2);
    expect(passed(refused(401, "AUTH_MISSING"), 1)).toBe(1);
    expect(passed(refused(403, "IP_DENIED"), 5)).toBe(2);
    expect(summaries).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(summaries).toEqual([
      ["AUTH_INVALID", 99_998],
      ["IP_DENIED", 3],
    ]);
    expect(passed(refused(401, "AUTH_INVALID"), 3)).toBe(2);
    gate.close();
    expect(summaries.at(-1)).toEqual(["AUTH_INVALID", 1]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is bounded for different codes too", () => {
    const gate = new FloodGate<Refused>({ burst: 1, onSummary: () => undefined });
    const passed = Array.from({ length: 10_000 }, (_, index) => gate.passes(refused(401, `CODE${index}`))).filter(Boolean);
    expect(passed.length).toBeLessThan(60);
    gate.close();
  });

  test("holds back nothing that was authenticated", () => {
    const gate = new FloodGate<Refused>({ burst: 1, onSummary: () => undefined });
    for (const [status, code] of [
      [200, ""],
      [400, "JSON"],
      [500, "HANDLER_FAILED"],
      [503, "DEADLINE"],
    ] as const)
      for (let time = 0; time < 3; time++) expect(gate.passes(refused(status, code))).toBe(true);
  });
});
