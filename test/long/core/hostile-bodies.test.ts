import { keyOf, parseNotification, unknownFieldsOf } from "@greenhook/core";
import { expect, test } from "vitest";
import { portableSha256 } from "../../../packages/core/src/bytes/sha256.ts";
import { canonicalJson } from "../../../packages/core/src/readers/canonical-json.ts";
import { costOf } from "../../support/cost-of.ts";
import { hostileBodies } from "../../support/hostile-bodies.ts";

/** The largest body that is accepted by default, bytes. */
const largest = 8 * 1024 * 1024;

/** Milliseconds that are always granted. */
const always = 50;

/** How many times JSON.parse is granted, where it isn't ten: V8's JSON.stringify alone takes eight for these. */
const factors: Readonly<Record<string, number>> = { "halves of surrogates": 20 };

/** A cost in milliseconds that counts as over its limit only where it was twice that: whatever is quadratic in 8 MiB is over it by a factor of thousands. */
const noise = 2;

test.each(Object.entries(hostileBodies(largest)))(
  "keys and unknown fields of 8 MiB of %s cost no more than a few times JSON.parse",
  (name, text) => {
    const parsed = parseNotification(JSON.parse(text));
    if (parsed.kind === "malformed") throw new Error("a notification was expected");
    const parse = costOf(() => JSON.parse(text), 3);
    const cost = {
      keyOf: costOf(() => keyOf(parsed), 3),
      // On runtimes that have no synchronous digest.
      "the portable digest": costOf(() => portableSha256(canonicalJson(parsed.value)), 3),
      unknownFieldsOf: costOf(() => unknownFieldsOf(parsed), 3),
    };
    const granted = Math.max(always, (factors[name] ?? 10) * parse);
    expect(Object.entries(cost).filter(([, milliseconds]) => milliseconds > noise * granted)).toEqual([]);
  },
);
