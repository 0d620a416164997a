import { keyOf, parseNotification, unknownFieldsOf } from "@greenhook/core";
import { expect, test } from "vitest";
import { costOf } from "../../support/cost-of.ts";
import { hostileBodies } from "../../support/hostile-bodies.ts";

test.each(Object.entries(hostileBodies(128 * 1024)))("keys and unknown fields of %s cost no more than ten times JSON.parse", (_, text) => {
  const parsed = parseNotification(JSON.parse(text));
  if (parsed.kind === "malformed") throw new Error("a notification was expected");
  // Six times what is promised, or more: other tests run beside this one, on a busy machine. A quadratic cost is thousands of times over it.
  const granted = Math.max(500, 60 * costOf(() => JSON.parse(text)));
  expect(costOf(() => keyOf(parsed))).toBeLessThan(granted);
  expect(costOf(() => unknownFieldsOf(parsed))).toBeLessThan(granted);
});
