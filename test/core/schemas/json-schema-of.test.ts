import { parseNotification, unknownFieldsOf } from "@greenhook/core";
import { jsonSchemaOf, schemaOf, type JsonSchema } from "@greenhook/core/schemas";
import type { Notification } from "@greenhook/core/types";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readFixture, readFixtures } from "../../fixtures/read-fixtures.ts";

const fixtures = readFixtures();
const ajv = new Ajv2020({ allowUnionTypes: true });
const validators = new Map<string, ValidateFunction>();

/** ajv's verdict by the JSON Schema of the kind that `kind` is of. */
function fits(value: unknown, kind: Notification): boolean {
  const key = "messageData" in kind ? `${kind.typeWebhook}/${kind.messageData.typeMessage}` : kind.typeWebhook;
  const validate = validators.get(key) ?? ajv.compile(schemaFor(kind));
  validators.set(key, validate);
  return validate(value);
}

function schemaFor(kind: Notification): JsonSchema {
  return "messageData" in kind ? jsonSchemaOf(kind.typeWebhook, kind.messageData.typeMessage) : jsonSchemaOf(kind.typeWebhook);
}

function zodFits(value: unknown, kind: Notification): boolean {
  const schema = "messageData" in kind ? schemaOf(kind.typeWebhook, kind.messageData.typeMessage) : schemaOf(kind.typeWebhook);
  return schema.safeParse(value).success;
}

test.each(fixtures)("jsonSchemaOf() accepts $name", ({ notification }) => {
  expect(fits(notification, notification)).toBe(true);
});

test("jsonSchemaOf() and schemaOf() give parseNotification()'s verdict on 1,000 mutated bodies", () => {
  let refused = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...fixtures),
      fc.jsonValue({ maxDepth: 2 }),
      fc.nat(),
      fc.boolean(),
      ({ notification }, content, pick, drop) => {
        const value = structuredClone(notification);
        mutate(value, content, pick, drop);
        const parsed = parseNotification(value);
        const isExact = parsed.kind === "known" && parsed.issues === undefined;
        if (!isExact) refused += 1;
        expect(fits(value, notification)).toBe(isExact);
        expect(zodFits(value, notification)).toBe(isExact);
        // Where it is known all the same, the typed view is as the schemas say.
        if (parsed.kind === "known") expect(fits(parsed.notification, notification)).toBe(true);
      },
    ),
    { seed: 20_261_122, numRuns: 1000 },
  );
  // Both verdicts occur often enough to mean something.
  expect(refused).toBeGreaterThan(200);
  expect(refused).toBeLessThan(800);
});

test("jsonSchemaOf() says draft 2020-12, and describes a quote once", () => {
  const schema = jsonSchemaOf("incomingMessageReceived");
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(JSON.stringify(schema).match(/"participant"/g)?.length).toBe(2);
});

test("jsonSchemaOf() of all messages accepts every message", () => {
  const validate = ajv.compile(jsonSchemaOf("incomingMessageReceived"));
  for (const { notification } of fixtures) {
    expect(validate(notification)).toBe(notification.typeWebhook === "incomingMessageReceived");
  }
});

test("schemaOf() keeps fields it does not know, and builds each schema once", () => {
  const value: Notification = Object.assign(readFixture("incomingCall-offer"), { later: { deep: 1 } });
  const parsed = schemaOf("incomingCall").parse(value);
  expect(parsed).toEqual(value);
  expect(unknownFieldsOf(parsed)).toEqual(["later"]);
  expect(schemaOf("incomingCall")).toBe(schemaOf("incomingCall"));
});

test("schemaOf() and jsonSchemaOf() throw for a kind that is not known", () => {
  expect(() => schemaOf("later" as "incomingCall")).toThrow('Cannot give the schema of "later": this kind isn\'t known');
  expect(() => jsonSchemaOf("constructor" as "incomingCall")).toThrow(RangeError);
  expect(() => schemaOf("incomingMessageReceived", "toString" as "textMessage")).toThrow(RangeError);
});

// Not expressible: a number too large for a double (1e400), which parseNotification() refuses, is a number to JSON Schema itself; ajv refuses it.
test("jsonSchemaOf() in ajv refuses a number too large, as parseNotification() does", () => {
  const value = JSON.parse(
    JSON.stringify(readFixture("incomingCall-offer")).replace(/"timestamp":\d+/, '"timestamp":1e400'),
  ) as Notification;
  expect(parseNotification(value)).toMatchObject({
    kind: "unknown",
    issues: [{ path: "timestamp", message: expect.stringContaining("too large") }],
  });
  expect(fits(value, value)).toBe(false);
});

/** Replaces or drops one field of one object. */
function mutate(value: unknown, content: unknown, pick: number, drop: boolean): void {
  const places = objectsIn(value);
  const place = places[pick % places.length]!;
  const keys = Object.keys(place);
  const key = keys[Math.floor(pick / places.length) % keys.length]!;
  if (drop) delete place[key];
  else place[key] = content;
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) || Object.keys(value).length === 0 ? inner : [value as Record<string, unknown>, ...inner];
}
