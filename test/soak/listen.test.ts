import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { expect, test } from "vitest";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { textMessage } from "../support/notifications.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const total = 180_000;
/** The log of the last 10,000 must be full, and the engine have settled. */
const warmUp = 40_000;
const connections = 8;

/** How much memory of a process is in use now, MB. */
function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;
}

test(`${total.toLocaleString("en")} notifications through greenhook listen: its memory stays within ± 20 MB`, async () => {
  const program = join(import.meta.dirname, "../../packages/cli/dist/greenhook.js");
  const child = spawn(process.execPath, [program, "listen", "--port", "0", "--inspector", "0", "--token", "secret"], {
    cwd: temporaryFolder(),
  });
  const pid = child.pid!;
  try {
    let printed = "";
    const onPrinted = (chunk: Buffer): void => void (printed += chunk.toString());
    child.stdout.on("data", onPrinted);
    while (!printed.includes("Waiting for more")) await once(child.stdout, "data");
    child.stdout.off("data", onPrinted).resume();
    const url = /Receiving at (\S+)/.exec(printed)![1]!;
    const [, inspector, key] = /Inspector at (\S+)#(\w+)/.exec(printed)!;

    // One page that reads, and one that fell asleep.
    const open = (): Promise<Response> => fetch(`${inspector}api/stream`, { headers: { "x-greenhook-key": key! } });
    const asleep = await open();
    let read = 0;
    const awake = async (): Promise<void> => {
      for await (const chunk of (await open()).body!) read += (chunk as Uint8Array).byteLength;
    };
    // It breaks when the program ends.
    void awake().catch(() => undefined);

    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    const deliver = (index: number): Promise<number> =>
      new Promise((resolve, reject) => {
        const headers = { authorization: "Bearer secret", "content-type": "application/json" };
        const sent = request(url, { method: "POST", agent, headers }, (response) => {
          response.resume().on("end", () => resolve(response.statusCode!));
        });
        sent.on("error", reject).end(JSON.stringify(textMessage(`Message number ${index}`, `ID${index}`)));
      });
    const sizes: number[] = [];
    const begun = performance.now();
    let next = 0;
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (next < total) {
          const index = next++;
          expect(await deliver(index)).toBe(200);
          if (index % 2_000 === 0 && index >= warmUp) sizes.push(residentMegabytes(pid));
        }
      }),
    );
    const seconds = (performance.now() - begun) / 1_000;
    agent.destroy();
    await asleep.body!.cancel();
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    const third = Math.floor(sizes.length / 3);
    const mean = (some: readonly number[]): number => some.reduce((sum, size) => sum + size, 0) / some.length;
    const growth = mean(sizes.slice(-third)) - mean(sizes.slice(0, third));
    console.log(
      `${total} in ${seconds.toFixed(0)} s (${Math.round(total / seconds)}/s); from ${warmUp} on ${least.toFixed(0)} to ${most.toFixed(0)} MB, last third against first ${growth.toFixed(1)} MB; a page read ${(read / 1e6).toFixed(0)} MB`,
    );
    expect(most - least).toBeLessThanOrEqual(40);
    expect(Math.abs(growth)).toBeLessThanOrEqual(20);
    expect(read).toBeGreaterThan(0);
  } finally {
    child.kill("SIGKILL");
  }
});
