import { createWebhookHandler } from "@greenhook/core";
import { describe, expect, test } from "vitest";
import { startCase } from "../support/case-server.ts";
import { textMessage } from "../support/notifications.ts";
import { exchange, head, post } from "../support/raw-http.ts";

const good = JSON.stringify(textMessage());
const basic = Buffer.from("имя:pa:ss").toString("base64");

interface Row {
  readonly id: number | string;
  readonly title: string;
  readonly token?: string | readonly string[];
  readonly authorization: string | readonly string[] | undefined;
  readonly status: number;
  readonly code?: string;
}

const rows: readonly Row[] = [
  { id: 1, title: "the right Bearer token", authorization: "Bearer secret", status: 200 },
  { id: 2, title: "the right Basic credentials", token: "Basic dXNlcjpwYXNz", authorization: "Basic dXNlcjpwYXNz", status: 200 },
  { id: "3a", title: "a scheme in other letters, several spaces", authorization: "bEaReR    secret", status: 200 },
  { id: "3b", title: "a token configured with its scheme", token: "Bearer secret", authorization: "Bearer secret", status: 200 },
  { id: 4, title: "no header", authorization: undefined, status: 401, code: "AUTH_MISSING" },
  { id: 5, title: "a wrong token of equal length", authorization: "Bearer secreT", status: 401, code: "AUTH_INVALID" },
  { id: "6a", title: "a wrong token of another length", authorization: "Bearer secrets", status: 401, code: "AUTH_INVALID" },
  { id: "6b", title: "an empty header", authorization: "", status: 401, code: "AUTH_INVALID" },
  { id: "6c", title: "a token of 8 kB", authorization: `Bearer ${"x".repeat(8192)}`, status: 401, code: "AUTH_INVALID" },
  { id: "6d", title: "the token without its last letter", authorization: "Bearer secre", status: 401, code: "AUTH_INVALID" },
  { id: "6e", title: "the token twice over", authorization: "Bearer secretsecret", status: 401, code: "AUTH_INVALID" },
  { id: "7a", title: "a scheme only", authorization: "Bearer", status: 401, code: "AUTH_MALFORMED" },
  { id: "7b", title: "the token without its scheme", authorization: "secret", status: 401, code: "AUTH_MALFORMED" },
  { id: "7c", title: "the right token under another scheme", authorization: "Digest secret", status: 401, code: "AUTH_INVALID" },
  { id: 8, title: "two headers, the first right", authorization: ["Bearer secret", "Bearer wrong"], status: 401, code: "AUTH_AMBIGUOUS" },
  { id: 9, title: "two headers joined by a comma", authorization: "Bearer secret, Bearer wrong", status: 401, code: "AUTH_AMBIGUOUS" },
  {
    id: "10a",
    title: "Basic with junk after it",
    token: "Basic dXNlcjpwYXNz",
    authorization: "Basic dXNlcjpwYXNz!!",
    status: 401,
    code: "AUTH_INVALID",
  },
  {
    id: "10b",
    title: "Basic with more padding",
    token: "Basic dXNlcjpwYXNz",
    authorization: "Basic dXNlcjpwYXNz====",
    status: 401,
    code: "AUTH_INVALID",
  },
  {
    id: 11,
    title: "Basic with a colon in the password and letters beyond ASCII",
    token: `Basic ${basic}`,
    authorization: `Basic ${basic}`,
    status: 200,
  },
  { id: "12a", title: "the old of two tokens", token: ["new", "old"], authorization: "Bearer old", status: 200 },
  { id: "12b", title: "the new of two tokens", token: ["new", "old"], authorization: "Bearer new", status: 200 },
  { id: "12c", title: "the old token after its time", token: ["new"], authorization: "Bearer old", status: 401, code: "AUTH_INVALID" },
  {
    id: "12d",
    title: "a token with letters beyond ASCII",
    token: "секрет",
    authorization: `Bearer ${Buffer.from("секрет").toString("latin1")}`,
    status: 200,
  },
];

describe("authenticate()", () => {
  test.each(rows)("$id $title: $status $code", async ({ token, authorization, status, code }) => {
    for (const keep of [false, true]) {
      const server = await startCase({ keep, ...(token === undefined ? undefined : { token }) });
      const { responses } = await exchange(server.port, [post(good, { authorization })]);
      const [response] = responses;
      expect(response?.status).toBe(status);
      expect(server.delivered).toHaveLength(status === 200 ? 1 : 0);
      expect(server.kept).toHaveLength(0);
      if (code === undefined) continue;
      expect(JSON.parse(response!.body)).toEqual({ code, message: expect.any(String) });
      expect(response!.headers["www-authenticate"]).toBe("Bearer");
      expect(response!.headers["connection"]).toBe("close");
      expect(server.outcomes[0]).toMatchObject({ outcome: "refused", status, code });
    }
  });

  test("12 says which token matched", async () => {
    const server = await startCase({ token: ["new", "old"] });
    await exchange(server.port, [post(good, { authorization: "Bearer old" })]);
    expect(server.outcomes[0]?.tokenIndex).toBe(1);
  });

  test("18 answers a wrong token before the body, and reads no more than 64 KiB of 10 MB", async () => {
    const server = await startCase();
    const chunk = Buffer.alloc(64 * 1024, " ");
    const start = head("POST /green-api/webhook/ HTTP/1.1", { host: "x", authorization: "Bearer wrong", "content-length": "10000000" });
    const { responses, sentBytes } = await exchange(server.port, [start, ...Array.from({ length: 150 }, () => chunk)], {
      milliseconds: 600,
    });
    expect(responses[0]?.status).toBe(401);
    // What the kernel's buffers take in is sent, but never read.
    expect(sentBytes).toBeLessThan(9_000_000);
  });

  test("13 takes as long for a guess with the right beginning as for another", async () => {
    const token = "a".repeat(64);
    const handler = createWebhookHandler({ token, deliver: () => undefined });
    const guess = (credentials: string) =>
      handler({ method: "POST", authorization: [`Bearer ${credentials}`], body: { kind: "consumed" } });
    const right = `${"a".repeat(63)}b`;
    const wrong = "b".repeat(64);
    const times: Record<string, number[]> = { right: [], wrong: [] };
    for (let round = 0; round < 300; round++) {
      for (const [name, credentials] of round % 2 === 0
        ? ([
            ["right", right],
            ["wrong", wrong],
          ] as const)
        : ([
            ["wrong", wrong],
            ["right", right],
          ] as const)) {
        const started = process.hrtime.bigint();
        for (let index = 0; index < 10; index++) void guess(credentials);
        times[name]!.push(Number(process.hrtime.bigint() - started));
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    expect(Math.abs(welch(trimmed(times["right"]!), trimmed(times["wrong"]!)))).toBeLessThan(4.5);
  });

  test.each([
    { token: undefined },
    { token: "" },
    { token: "   " },
    { token: [] },
    { token: [""] },
    { token: ["ok", " "] },
    { token: "Bearer " },
    { token: "basic" },
    { token: "undefined" },
    { token: `Bearer ${String(process.env["GREENHOOK_UNSET"])}` },
    { token: ["ok", "Basic null"] },
  ])("createWebhookHandler() refuses %j", ({ token }) => {
    expect(() => createWebhookHandler({ token, deliver: () => undefined })).toThrow(/"token" is missing or blank/);
  });

  test.each<[string, object]>([
    ["quarantine", { quarantine: "refused" }],
    ["onOutcome", { onOutcome: true }],
    ["sourceAddresses.mode", { sourceAddresses: { isAllowed: () => false, mode: "Enforce" } }],
    ["sourceAddresses.isAllowed", { sourceAddresses: { isAllowed: ["203.0.113.9"], mode: "enforce" } }],
    ["sourceAddresses.isTrustedProxy", { sourceAddresses: { isAllowed: () => true, isTrustedProxy: "10.0.0.1", mode: "report" } }],
  ])("createWebhookHandler() refuses a %s that makes no sense", (name, options) => {
    expect(() => createWebhookHandler({ token: "secret", deliver: () => undefined, ...options })).toThrow(`"${name}" must be`);
  });

  test("createWebhookHandler() lets everybody in only when told so", async () => {
    const server = await startCase({ allowUnauthenticated: true });
    const { responses } = await exchange(server.port, [post(good, { authorization: undefined })]);
    expect(responses[0]?.status).toBe(200);
    expect(() => createWebhookHandler({ token: "secret", allowUnauthenticated: true, deliver: () => undefined })).toThrow(
      /exclude each other/,
    );
  });
});

/** Without the tenth that a busy machine made slow. */
function trimmed(times: readonly number[]): number[] {
  return times.toSorted((a, b) => a - b).slice(0, Math.floor(times.length * 0.9));
}

/** Welch's t: how far two means are apart, in units of their uncertainty. */
function welch(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1);
  return (mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length);
}
