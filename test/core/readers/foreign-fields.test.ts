import { parseNotification, type Readable } from "@greenhook/core";
import { expect, test } from "vitest";
import { foreignFields } from "../../support/foreign-fields.ts";
import { readers } from "./every-reader.ts";

const cases = foreignFields();

test("the table has every kind × every other kind's fields × every JSON type", () => {
  expect(cases.length).toBeGreaterThan(9_710);
});

test.each([...new Set(cases.map(({ field }) => field))])("no reader throws for another kind's %s of any JSON type", (field) => {
  const thrown: string[] = [];
  for (const { name, body } of cases.filter((each) => each.field === field)) {
    const parsed = parseNotification(body);
    if (parsed.kind === "malformed") throw new Error(`${name} is no notification`);
    for (const [reader, read] of readers) {
      try {
        read(body as unknown as Readable);
        read(parsed);
      } catch (error) {
        thrown.push(`${reader}: ${name}: ${String(error)}`);
      }
    }
  }
  expect(thrown).toEqual([]);
});
