import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { callGreenhook } from "../support/call-greenhook.ts";
import { respondingServer, type Arrived } from "../support/responding-server.ts";
import { emulatedInstance } from "../support/emulated-instance.ts";
import { runGreenhook } from "../support/run-greenhook.ts";

interface Finding {
  check: string;
  result: string;
  found: string;
  advice?: string;
}

async function examined(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number | null; findings: Finding[]; printed: string }> {
  const { code, printed } = await callGreenhook(["doctor", "--json", "--watch", "0", ...args], env);
  return {
    code,
    printed,
    findings: printed
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Finding),
  };
}

/** As a good receiver answers. */
function well({ authorization }: Arrived, response: ServerResponse): void {
  response.writeHead(authorization === "Bearer secret" ? 200 : 401).end("{}");
}

const settings = { webhookUrlToken: "secret" };

describe("greenhook doctor", () => {
  test("finds nothing wrong with what is right: exit code 0, a line for each", async () => {
    const { url } = await respondingServer(well);
    const { env } = await emulatedInstance({ settings: { ...settings, webhookUrl: url } });
    const running = runGreenhook(["doctor", "--watch", "0", "--token", "secret", "--allow", "0.0.0.0/0"], { env });
    expect(await running.ended).toBe(0);
    const printed = running.printed();
    for (const check of [
      "instance",
      "webhookUrl",
      "webhookUrlToken",
      "flags",
      "queue",
      "source address",
      "delivery",
      "wrong token",
      "unknown type",
    ]) {
      expect(printed).toMatch(new RegExp(`^ok +${check} `, "m"));
    }
    expect(printed).toContain("No faults found");
    expect(printed).not.toContain("secret");
  });

  test.each([
    ["an account that isn't authorized", { stateInstance: "notAuthorized" }, "instance", /notAuthorized/, /greenhook qr/],
    ["a restricted account", { stateInstance: "suspended" }, "instance", /suspended/, /restricts/],
    ["no webhookUrl", {}, "webhookUrl", /empty/, /settings set webhookUrl=/],
    ["a webhookUrl that is none", { settings: { webhookUrl: "ftp://example.com/?key=hidden" } }, "webhookUrl", /not a URL/, /https:/],
    [
      "no flag on",
      { settings: { webhookUrl: "http://127.0.0.1:2/", ...Object.fromEntries(flags().map((flag) => [flag, "no"])) } },
      "flags",
      /all off/,
      /incomingWebhook=yes/,
    ],
    [
      "a receiver that isn't there",
      { settings: { webhookUrl: "http://127.0.0.1:2/?key=hidden", webhookUrlToken: "secret" } },
      "delivery",
      /Cannot reach http:\/\/127\.0\.0\.1:2\//,
      /check that the receiver runs/,
    ],
    [
      "no webhookUrlToken",
      { settings: { webhookUrl: "http://127.0.0.1:2/", webhookUrlToken: "" } },
      "webhookUrlToken",
      /no Authorization header/,
      /anyone/,
    ],
  ] as const)("finds %s", async (_, options, check, found, advice) => {
    const { env, token } = await emulatedInstance(options);
    const { code, findings, printed } = await examined(env);
    expect(findings.find((finding) => finding.check === check && finding.result === "fault")).toMatchObject({
      found: expect.stringMatching(found) as string,
      advice: expect.stringMatching(advice) as string,
    });
    expect(code).toBe(2);
    for (const hidden of [token, "secret", "hidden"]) expect(printed).not.toContain(hidden);
  });

  test.each<[string, (arrived: Arrived, response: ServerResponse) => unknown, string, RegExp]>([
    [
      "another token than the receiver's",
      (_: Arrived, response: ServerResponse) => response.writeHead(401).end(),
      "delivery",
      /answered 401/,
    ],
    ["a response that doesn't count", (_: Arrived, response: ServerResponse) => response.writeHead(204).end(), "delivery", /answered 204/],
    ["a redirect", (_: Arrived, response: ServerResponse) => response.writeHead(302, { location: "/" }).end(), "delivery", /answered 302/],
    ["a handler that fails", (_: Arrived, response: ServerResponse) => response.writeHead(500).end(), "delivery", /answered 500/],
    ["a receiver that checks no token", (_: Arrived, response: ServerResponse) => response.end(), "wrong token", /answered 200/],
    [
      "a receiver that fails on new kinds",
      ({ body, authorization }: Arrived, response: ServerResponse) =>
        response.writeHead(authorization !== "Bearer secret" ? 401 : body.includes("statusInstanceChanged") ? 200 : 500).end(),
      "unknown type",
      /answered 500/,
    ],
  ] as const)("finds %s", async (_, respond, check, found) => {
    const { url } = await respondingServer(respond);
    const { env } = await emulatedInstance({ settings: { ...settings, webhookUrl: url } });
    const { code, findings } = await examined(env);
    expect(findings.filter(({ result }) => result === "fault")).toMatchObject([{ check, found: expect.stringMatching(found) as string }]);
    expect(code).toBe(2);
  });

  test("finds a flag that is off though handled, and another token", async () => {
    const { url } = await respondingServer(well);
    const { env } = await emulatedInstance({ settings: { ...settings, webhookUrl: url, pollMessageWebhook: "no" } });
    const { findings, printed } = await examined(env, "--handles", "pollMessage,incomingCall", "--token", "different");
    expect(findings.find(({ check }) => check === "flags")).toMatchObject({
      result: "fault",
      found: "off, but handled: pollMessageWebhook",
    });
    expect(findings.find(({ check }) => check === "webhookUrlToken")).toMatchObject({ result: "fault", found: "differs from --token" });
    expect(printed).not.toContain("different");
  });

  test("finds a wrong instance token, a host that isn't there, and addresses that aren't allowed", async () => {
    const { env } = await emulatedInstance();
    const wrong = await examined({ ...env, GREEN_API_TOKEN_INSTANCE: "f".repeat(50) }, "--no-delivery");
    expect(wrong.findings).toMatchObject([
      { check: "instance", result: "fault", found: expect.stringContaining("token isn't accepted") as string },
    ]);
    expect(wrong.code).toBe(2);
    const list = await examined(env, "--allow", "46.101.109.139");
    expect(list.findings.find(({ check }) => check === "source address")).toMatchObject({
      result: "fault",
      found: expect.stringContaining("51.250.12.167") as string,
    });
  });

  test("says what to set where no instance is named", async () => {
    const { code, printed } = await callGreenhook(["doctor"]);
    expect(code).toBe(1);
    expect(printed).toMatch(/^error: No instance given: set --api-url \(or GREEN_API_URL\), --id-instance .*GREEN_API_TOKEN_INSTANCE/);
  });
});

function flags(): string[] {
  return [
    "outgoingWebhook",
    "outgoingMessageWebhook",
    "outgoingAPIMessageWebhook",
    "incomingWebhook",
    "deviceWebhook",
    "statusInstanceWebhook",
    "stateWebhook",
    "pollMessageWebhook",
    "incomingBlockWebhook",
    "incomingCallWebhook",
    "outgoingCallWebhook",
    "editedMessageWebhook",
    "deletedMessageWebhook",
    "catalogWebhook",
  ];
}
