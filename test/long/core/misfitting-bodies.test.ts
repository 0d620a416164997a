import { keyOf, parseNotification, unknownFieldsOf } from "@greenhook/core";
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
