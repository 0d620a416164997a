import { createDispatcher, createWebhookHandler, keyOf, parseNotification, unknownFieldsOf, withoutDuplicates } from "@greenhook/core";
import { expect, test } from "vitest";
import { misfittingBodies } from "../../support/misfitting-bodies.ts";
import { costOf } from "../../support/cost-of.ts";

test.each(misfittingBodies(8 * 1024 * 1024))("8 MiB: $name cost no more than ten times what JSON.parse() does", ({ text, kind }) => {
  const value = JSON.parse(text) as unknown;
  const parsed = parseNotification(value);
  expect(parsed.kind).toBe(kind);
  if (parsed.kind === "malformed") return;
  const parse = costOf(() => JSON.parse(text), 3);
  const costs = {
    parseNotification: costOf(() => parseNotification(value), 3) / parse,
    unknownFieldsOf: costOf(() => unknownFieldsOf(parsed), 3) / parse,
    keyOf: costOf(() => keyOf(parsed), 3) / parse,
  };
  console.log(JSON.stringify({ milliseconds: Math.round(parse), ...costs }));
  // Twice what is granted, for a machine that is busy: whatever is quadratic in 8 MiB is over it by a factor of thousands.
  const limit = 2 * Math.max(10, 50 / parse);
  for (const cost of Object.values(costs)) expect(cost).toBeLessThan(limit);
});

const worst = new Set([
  "voters, the last one wrong",
  "voters that are all numbers",
  "template buttons, the last one wrong",
  "unknown fields",
]);

test("8 MiB of the worst hold the loop up no longer than some times what JSON.parse() does, through the whole handler", async () => {
  const dispatcher = createDispatcher()
    .onAny(() => undefined)
    .onText(() => undefined)
    .onUnknown(() => undefined);
  const costs: Record<string, unknown> = {};
  for (const { name, text } of misfittingBodies(8 * 1024 * 1024).filter((body) => worst.has(body.name))) {
    const parse = costOf(() => JSON.parse(text), 1);
    const handler = createWebhookHandler({
      token: "t",
      maxBodyBytes: 16 * 1024 * 1024,
      deliver: withoutDuplicates(dispatcher),
      onOutcome: () => undefined,
    });
    const value = new TextEncoder().encode(text);
    const begun = performance.now();
    const { status } = await handler({ method: "POST", authorization: ["Bearer t"], body: { kind: "read", value } });
    const milliseconds = performance.now() - begun;
    costs[name] = { milliseconds: Math.round(milliseconds), timesParse: Math.round((milliseconds / parse) * 10) / 10 };
    expect(status).toBe(200);
    // Three times what was measured at most. Decoding, the look for depth and poison keys, the parse, the fit and the key are in it.
    expect(milliseconds).toBeLessThan(Math.max(2_000, 60 * parse));
  }
  console.table(costs);
});
