import { Agent, request } from "node:http";
import type { DeliveryOutcome } from "@greenhook/core";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { FloodGate } from "../../../packages/cli/dist/listen/flood-gate.js";
import { textMessage } from "../../support/notifications.ts";
import { runGreenhook } from "../../support/run-greenhook.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

function refused(status: number, code: string): DeliveryOutcome {
  return { status, code, outcome: "refused", receivedAt: new Date(0), durationMilliseconds: 0 } as DeliveryOutcome;
}

describe("FloodGate", () => {
  test("lets the first of each code pass, and says how many followed, once a window", () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const summaries: unknown[] = [];
    const gate = new FloodGate({ burst: 2, windowMilliseconds: 1_000, onSummary: ({ code }, count) => summaries.push([code, count]) });
    const passed = (outcome: DeliveryOutcome, times: number): number =>
      Array.from({ length: times }, () => gate.passes(outcome)).filter(Boolean).length;
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

  test("holds back nothing that was authenticated", () => {
    const gate = new FloodGate({ burst: 1, onSummary: () => undefined });
    for (const [status, code] of [
      [200, ""],
      [400, "JSON"],
      [500, "HANDLER_FAILED"],
      [503, "DEADLINE"],
    ] as const)
      for (let time = 0; time < 3; time++) expect(gate.passes(refused(status, code))).toBe(true);
  });
});

test("500 wrong tokens write a few lines, say how many there were, and push nothing out of the inspector", async () => {
  const running = runGreenhook(["listen", "--port", "0", "--inspector", "0", "--token", "secret"], { cwd: temporaryFolder() });
  const [, url] = await running.until(/Receiving at (\S+)/);
  const [, origin, key] = await running.until(/Inspector at (\S+)\/#([0-9a-f]{32})/);
  const agent = new Agent({ keepAlive: true, maxSockets: 12 });
  onTestFinished(() => agent.destroy());
  const post = (authorization: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request(url!, { method: "POST", agent, headers: { authorization } }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode!));
      });
      asked.on("error", reject);
      asked.end(JSON.stringify(textMessage()));
    });
  expect(await post("Bearer secret")).toBe(200);
  await Promise.all(Array.from({ length: 500 }, () => post("Bearer wrong")));
  const stream = await fetch(`${origin}/api/stream`, { headers: { "x-greenhook-key": key! } });
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("event: rows")) text += (await reader.read()).value;
  await reader.cancel();
  const rows = JSON.parse(/event: rows\nid: \d+\ndata: (.*)/.exec(text)![1]!) as { status: number }[];
  expect(rows.map(({ status }) => status)).toEqual([200, ...Array.from({ length: 10 }, () => 401)]);
  running.child.kill("SIGTERM");
  await running.ended;
  expect(running.printed()).toContain("401  refused  AUTH_INVALID  490 more within a minute");
  expect(running.printed().split("\n").length).toBeLessThan(50);
});
