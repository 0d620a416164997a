import * as core from "@greenhook/core";
import { parseNotification, type Readable } from "@greenhook/core";
import { expect, test } from "vitest";
import { foreignFields } from "../../support/foreign-fields.ts";

/** Every exported function that takes one notification. */
const readers = Object.entries(core).flatMap(([name, value]) =>
  /^(is[A-Z]|sentAt$|\w+Of$)/.test(name) && name !== "isMessage" ? [[name, value as (notification: Readable) => unknown] as const] : [],
);

test("no reader throws for every kind × every other kind's fields × every JSON type", () => {
  expect(readers.length).toBeGreaterThan(15);
  const cases = foreignFields();
  expect(cases.length).toBeGreaterThan(9_710);
  const thrown: string[] = [];
  for (const { name, body } of cases) {
    const parsed = parseNotification(body);
    // The field is one of the kind itself, which this fixture lacks, and the value is of the wrong type.
    if (parsed.kind === "malformed") continue;
    for (const [reader, read] of readers) {
      try {
        read(body as unknown as Readable);
      } catch (error) {
        thrown.push(`${reader}: ${name}: ${String(error)}`);
      }
    }
  }
  expect(thrown).toEqual([]);
});
