import { describe, expect, test } from "vitest";
import { madeUpNumbers, maskText, maskValue } from "../../packages/inspector/dist/masking/mask.js";
import { textMessage } from "../support/notifications.ts";
import { inspected } from "./inspected.ts";

describe("maskText", () => {
  test.each([
    ["79000000001@c.us", "•••0001@c.us"],
    ["+7 (900) 000-00-01", "•••0001"],
    ["+7\u00a0900\u00a0000\u00a000\u00a001", "•••0001"],
    ["+7 900 000–00–01", "•••0001"],
    ["+7 900 000−00−01", "•••0001"],
    ["\u202a+7 900 000\u201100\u201101\u202c", "\u202a•••0001\u202c"],
    ["7\u200b9\u200b0\u200b0\u200b0\u200b0\u200b0\u200b0\u200b0\u200b0\u200b1", "•••0001"],
    ["＋７９０００００００００１", "•••０００１"],
    ["٧٩٠٠٠٠٠٠٠٠١", "•••٠٠٠١"],
    ["тел79000000001", "тел•••0001"],
    ["at 12:30 on 2026-11-22, order 12345", "at 12:30 on 2026-11-22, order 12345"],
    ["2026-11-22 79000000001", /^2026-•••0001$/],
    ["2012-34-5678", "•••5678"],
    ["3EB0C767D097B7C7C030", "3EB0C767D097B7C7C030"],
    ["120363043968066561@g.us", "120363043968066561@g.us"],
    ["TEL;waid=79000000001:+7 900 000-00-01", "TEL;waid=•••0001:•••0001"],
    ["-1001234567890", "-•••7890"],
    ["Bearer abc.def", "Bearer •••"],
    ["basic\u00a0dXNlcjpw", "basic\u00a0•••"],
    ['"webhookUrlToken": "a \\" b", "x": 1', '"webhookUrlToken": "•••", "x": 1'],
    ["token=abc&x=1", "token=•••&x=1"],
    ["'api_key':'abc", "'api_key':'•••"],
    ['password : {"value":"abc"}, 1', "password : •••, 1"],
    [
      "see https://user:pass@media.example.com/a/b?c=d and https://example.com",
      "see https://media.example.com/••• and https://example.com",
    ],
  ])("of %j", (text, masked) => {
    if (typeof masked === "string") expect(maskText(text)).toBe(masked);
    else expect(maskText(text)).toMatch(masked);
  });

  test.each([
    ["digits", "1 ".repeat(500_000)],
    ["token", "token".repeat(200_000)],
    ["quotes", 'token"'.repeat(200_000)],
    ["addresses", "https://".repeat(150_000)],
    ["dates", "2026-11-22".repeat(100_000)],
    ["schemes", "bearer ".repeat(150_000)],
  ])("takes linear time: a megabyte of %s", (_, text) => {
    const startedAt = performance.now();
    maskText(text);
    // One that grows with the square takes minutes.
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

describe("maskValue", () => {
  test("leaves what is no number of a person, and hides what gives access", () => {
    expect(
      maskValue({
        timestamp: 1_700_000_000,
        idInstance: 1101000001,
        phoneNumber: 79000000001,
        anything: 79000000001,
        below: -1001234567890,
        price: 12.5,
        latitude: 55.75581234,
        downloadUrl: "https://media.example.com/secret?key=1",
        apiToken: "x",
        token: { value: "x" },
        secrets: ["x"],
        options: ["79000000001"],
        "79000000001@c.us": 1,
        ok: true,
      }),
    ).toEqual({
      timestamp: 1_700_000_000,
      idInstance: 1101000001,
      phoneNumber: "•••0001",
      anything: "•••0001",
      below: "-•••7890",
      price: 12.5,
      latitude: 55.75581234,
      downloadUrl: "https://media.example.com/•••",
      apiToken: "•••",
      token: "•••",
      secrets: "•••",
      options: ["•••0001"],
      "•••0001@c.us": 1,
      ok: true,
    });
  });

  test("makes numbers up, the same for the same one, and keeps a number a number", () => {
    expect(maskValue({ from: 79123456789, text: "+7 912 345-67-89, 79120000000", auth: "Bearer x" }, "", madeUpNumbers())).toEqual({
      from: 79000000001,
      text: "79000000001, 79000000002",
      auth: "Bearer hidden",
    });
  });
});

const canary = "79123456789";
const base = textMessage(`${canary}, Bearer sk-canary, https://files.example.com/canary`);
const bodies: readonly (readonly [string, string])[] = [
  ["a message", JSON.stringify({ ...base, [canary]: 1, token: { value: "canary" }, number: Number(canary) })],
  ["an unknown kind", JSON.stringify({ ...base, typeWebhook: `kind ${canary}`, webhookUrlToken: "canary" })],
  ["an unknown type of message", JSON.stringify({ ...base, messageData: { typeMessage: `type ${canary}` } })],
  ["what isn't JSON", `{"webhookUrlToken":"canary",${JSON.stringify(base).slice(1, -1)},`],
  [
    "what isn't JSON, escaped",
    `{"downloadUrl":"https:\\/\\/files.example.com\\/canary","token":"can\\u0061ry","phone":"\\u00379123456789","x":"\\u0042earer canary",`,
  ],
];

test.each(bodies)("of %s nothing is shown or copied until it is asked for", async (_, body) => {
  const at = await inspected();
  await at.deliver(body);
  const masked = await at.ask("/api/deliveries/1", { headers: { "x-greenhook-key": at.key } });
  expect(masked.status).toBe(200);
  expect(masked.text).not.toMatch(/canary|79123456789/);
  const shown = await at.ask("/api/deliveries/1?reveal=1", { headers: { "x-greenhook-key": at.key } });
  expect(shown.text).toMatch(/canary|79123456789/);
});
