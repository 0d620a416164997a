import { keyOf, parseNotification, unknownFieldsOf } from "@greenhook/core";
import { expect, test } from "vitest";
import { costOf } from "../../support/cost-of.ts";
import { hostileBodies } from "../../support/hostile-bodies.ts";

/** Milliseconds that are always granted: twice what is promised, since other tests run beside this one. */
const always = 100;

test.each(Object.entries(hostileBodies(128 * 1024)))("keys and unknown fields of %s cost no more than ten times JSON.parse", (_, text) => {
  const parsed = parseNotification(JSON.parse(text));
  if (parsed.kind === "malformed") throw new Error("a notification was expected");
  const granted = Math.max(always, 10 * costOf(() => JSON.parse(text)));
  expect(costOf(() => keyOf(parsed))).toBeLessThan(granted);
  expect(costOf(() => unknownFieldsOf(parsed))).toBeLessThan(granted);
});
