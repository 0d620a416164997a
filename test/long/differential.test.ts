import { assert, asyncProperty } from "fast-check";
import { expect, test } from "vitest";
import { differences } from "../contract/differences.ts";
import { mutation } from "../contract/mutations.ts";
import { observe } from "../contract/observed.ts";
import { setUps } from "../contract/set-ups.ts";

test.each([false, true])("10,000 mutated bodies make no difference in any set-up, quarantine: %s", async (quarantine) => {
  const observers = await Promise.all(setUps.map((setUp) => observe(setUp, quarantine)));
  let sent = 0;
  const property = asyncProperty(mutation, async (made) => {
    sent++;
    expect(await differences(observers, made)).toEqual([]);
  });
  await assert(property, { numRuns: 10_000 });
  await Promise.all(observers.map(({ close }) => close()));
  console.log(`${sent} mutated bodies through ${observers.length} set-ups: 0 differences`);
});
