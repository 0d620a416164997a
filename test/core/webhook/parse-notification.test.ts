import { parseNotification, unknownFieldsOf } from "@greenhook/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { requiredFields } from "../../fixtures/required-fields.ts";
import { readFixtures } from "../../fixtures/read-fixtures.ts";

const fixtures = readFixtures();
const seeded = { seed: 20_261_122, numRuns: 500 };

const anyFixture = fc.constantFrom(...fixtures);
// A name that no schema has.
const newName = fc.string({ maxLength: 8 }).map((end) => `later${end}`);

test("parseNotification() never throws, and hands back what came in", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const parsed = parseNotification(value);
      expect(["known", "unknown", "malformed"]).toContain(parsed.kind);
      expect(parsed.value).toBe(value);
    }),
    seeded,
  );
});

test("parseNotification() never throws for a known kind with any content", () => {
  fc.assert(
    fc.property(anyFixture, fc.jsonValue({ maxDepth: 4 }), fc.nat(), ({ notification }, content, pick) => {
      const value = structuredClone(notification);
      const places = objectsIn(value);
      const place = places[pick % places.length]!;
      const keys = Object.keys(place);
      place[keys[pick % keys.length]!] = content;
      const parsed = parseNotification(value);
      if (parsed.kind !== "malformed") return;
      expect(parsed.issues.length).toBeGreaterThan(0);
      expect(parsed.issues.length).toBeLessThanOrEqual(10);
      for (const { message } of parsed.issues) {
        expect(message).toMatch(/^(is missing|is not as documented|must be (of type|a JSON object|").*)$/);
      }
    }),
    seeded,
  );
});

test("parseNotification() keeps a notification known whatever fields are added", () => {
  fc.assert(
    fc.property(anyFixture, newName, fc.jsonValue({ maxDepth: 3 }), fc.nat(), ({ notification }, name, content, pick) => {
      const value = structuredClone(notification);
      const places = objectsIn(value);
      places[pick % places.length]![name] = content;
      expect(parseNotification(value)).toMatchObject({ kind: "known" });
      expect(unknownFieldsOf(value).some((path) => path.endsWith(name))).toBe(true);
    }),
    seeded,
  );
});

test.each(fixtures)("parseNotification() names the required field that $name lacks", ({ notification }) => {
  for (const path of requiredFields(notification)) {
    const value = structuredClone(notification);
    remove(value, path);
    const parsed = parseNotification(value);
    expect(parsed).toMatchObject({ kind: "malformed", value });
    // The issue names the field itself.
    expect(parsed.kind === "malformed" && parsed.issues.map((issue) => issue.path)).toContain(path);
  }
});

/** Every object in a value, the value included. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

function remove(value: object, path: string): void {
  const steps = path.split(".");
  const last = steps.pop()!;
  const owner = steps.reduce<Record<string, unknown>>(
    (found, step) => found[step] as Record<string, unknown>,
    value as Record<string, unknown>,
  );
  expect(Object.hasOwn(owner, last)).toBe(true);
  delete owner[last];
}
