import { parseNotification, unknownFieldsOf } from "@greenhook/core";
import { expect, test } from "vitest";
import { misfittingBodies } from "../../support/misfitting-bodies.ts";
import { costOf } from "../../support/cost-of.ts";

// The bounds are several times what is promised, since other tests run beside this one. The same with 8 MiB: test/long/core/misfitting-bodies.test.ts.
test.each(misfittingBodies(150_000))("$name cost no more than some times what JSON.parse() does", ({ text, kind }) => {
  const value = JSON.parse(text) as unknown;
  const parsed = parseNotification(value);
  expect(parsed.kind).toBe(kind);
  const limit = Math.max(500, 60 * costOf(() => JSON.parse(text), 3));
  expect(costOf(() => parseNotification(value), 3)).toBeLessThan(limit);
  if (parsed.kind === "known") expect(costOf(() => unknownFieldsOf(parsed), 3)).toBeLessThan(limit);
});
