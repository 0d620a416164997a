import { expect, test } from "vitest";
import { foreignFields } from "../support/foreign-fields.ts";
import { faultsThroughEverything } from "../support/through-everything.ts";

test("every kind with each field of the others, of every JSON type, is delivered, read and recorded", async () => {
  const cases = foreignFields();
  expect(await faultsThroughEverything(cases)).toEqual([]);
  console.log(`${cases.length} combinations: 0 faults`);
});
