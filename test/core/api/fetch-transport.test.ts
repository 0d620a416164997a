import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { secretsIn } from "./everything-in.ts";
import { canary, startLocalApi } from "./local-api.ts";

test("a runtime's own fetch gives the same results and errors as undici", async () => {
  const api = await startLocalApi(({ path }, response, request) => {
    const [, fault] = path.split("/");
    if (fault === "reset") return void request.socket.destroy();
    if (fault === "redirect") return void response.writeHead(302, { location: "/ok" }).end();
    if (fault === "large") return void response.end(" ".repeat(2_097_152));
    if (fault === "silent") return undefined;
    if (fault === "drip") {
      response.writeHead(200);
      const timer = setInterval(() => response.write(" "), 10);
      return void response.on("close", () => clearInterval(timer));
    }
    if (fault === "limited") return void response.writeHead(429, { "retry-after": "3" }).end();
    response.end('{"saveSettings":true}');
  });
  const faults = ["ok", "reset", "redirect", "large", "silent", "drip", "limited"];
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--conditions=workerd",
    fileURLToPath(new URL("fetch-child.mjs", import.meta.url)),
    canary.token,
    ...faults.map((fault) => `${api.url}/${fault}`),
    "http://nowhere.invalid",
  ]);
  const { outcomes, reason, proxy } = JSON.parse(stdout) as { outcomes: object[]; reason: string; proxy: string };
  expect(outcomes).toMatchObject([
    { value: { saveSettings: true } },
    { name: "ApiNetworkError", code: expect.stringMatching(/UND_ERR_SOCKET|ECONNRESET/) as string },
    { name: "ApiResponseError", code: "REDIRECT", status: 302 },
    { name: "ApiResponseError", code: "TOO_LARGE" },
    { name: "ApiNetworkError", code: "TIMEOUT" },
    { name: "ApiNetworkError", code: "TIMEOUT" },
    { name: "ApiRateLimitError", status: 429 },
    { name: "ApiNetworkError", code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) as string },
  ]);
  expect(reason).toBe("AbortError");
  expect(proxy).toBe('Cannot call "getSettings": "proxy" must not be set outside Node');
  expect(secretsIn(stdout)).toEqual([]);
  expect(String(api.calls[0]?.body)).toBe('{"incomingWebhook":"yes"}');
});
