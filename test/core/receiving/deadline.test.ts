import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startDeadline } from "../../../packages/core/dist/receiving/deadline.shared.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

test("each falls due at its own time, those that were cleared never, in whatever order they were", () => {
  const due: string[] = [];
  const begun = performance.now();
  const start = (name: string) => startDeadline(1_000, () => due.push(`${name} at ${performance.now() - begun}`));
  const a = start("a");
  vi.advanceTimersByTime(100);
  const b = start("b");
  const c = start("c");
  vi.advanceTimersByTime(100);
  const d = start("d");
  const e = start("e");
  b.clear();
  d.clear();
  d.clear();
  vi.advanceTimersByTime(800);
  expect(due).toEqual(["a at 1000"]);
  a.clear();
  vi.advanceTimersByTime(100);
  expect(due).toEqual(["a at 1000", "c at 1100"]);
  e.clear();
  vi.advanceTimersByTime(5_000);
  expect(due).toEqual(["a at 1000", "c at 1100"]);
  c.clear();
  start("f");
  vi.advanceTimersByTime(999);
  expect(due).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(due[2]).toBe("f at 7100");
});

test("one that is set or cleared while others fall due is heeded", () => {
  const due: string[] = [];
  const waiting: ReturnType<typeof startDeadline>[] = [];
  startDeadline(500, () => {
    due.push("first");
    for (const other of waiting) other.clear();
    startDeadline(500, () => due.push("third"));
  });
  waiting.push(startDeadline(500, () => due.push("second")));
  vi.advanceTimersByTime(500);
  expect(due).toEqual(["first"]);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(500);
  expect(due).toEqual(["first", "third"]);
});

test("a deadline that is waited for keeps the process, one that was cleared doesn't", () => {
  const run = (code: string) => {
    const file = new URL("../../../packages/core/dist/receiving/deadline.shared.js", import.meta.url).href;
    const source = `import { startDeadline } from ${JSON.stringify(file)}; ${code}`;
    const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", source], { encoding: "utf8", timeout: 4_000 });
    return { stdout, status };
  };
  expect(run("startDeadline(100, () => console.log('due'));")).toEqual({ stdout: "due\n", status: 0 });
  expect(run("startDeadline(60_000, () => {}).clear();")).toEqual({ stdout: "", status: 0 });
  const again = "startDeadline(100, () => console.log('never')).clear(); startDeadline(100, () => console.log('due'));";
  expect(run(again)).toEqual({ stdout: "due\n", status: 0 });
});
