import { Agent, request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { textMessage } from "../../support/notifications.ts";
import { runGreenhook } from "../../support/run-greenhook.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

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
