import { parseNotification } from "@greenhook/core";
import { jsonSchemaOf, type JsonSchema } from "@greenhook/core/schemas";
import type { Notification } from "@greenhook/core/types";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readFixtures } from "../../fixtures/read-fixtures.ts";
import { placesIn } from "../../support/places-in.ts";

const fixtures = readFixtures();
const ajv = new Ajv2020({ allowUnionTypes: true });
const validators = new Map<string, ValidateFunction>();

/** Whether a notification is as the published schema of its kind says. */
function fits(notification: Notification): boolean {
  const carriesMessage = notification.typeWebhook.endsWith("MessageReceived");
  const typeMessage = carriesMessage && "messageData" in notification ? notification.messageData.typeMessage : undefined;
  const key = `${notification.typeWebhook}/${typeMessage}`;
  const ofKind: (typeWebhook: string, typeMessage?: string) => JsonSchema = jsonSchemaOf as never;
  const validate = validators.get(key) ?? ajv.compile(ofKind(notification.typeWebhook, typeMessage));
  validators.set(key, validate);
  return validate(notification);
}

const scalars = [null, true, 0, -1.5, "", "text", "12", 2 ** 60];

test("a notification that parseNotification() calls known is as its strict schema says, whatever was changed", () => {
  let changed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...fixtures),
      fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(undefined, ...scalars), fc.jsonValue({ maxDepth: 3 }))), {
        minLength: 1,
        maxLength: 6,
      }),
      ({ notification }, changes) => {
        const value = structuredClone(notification);
        for (const [pick, put] of changes) {
          const places = placesIn(value);
          places[pick % places.length]?.put(structuredClone(put));
        }
        const before = structuredClone(value);
        const parsed = parseNotification(value);
        expect(value).toEqual(before);
        if (parsed.kind !== "known") return;
        if (parsed.notification !== value) changed += 1;
        expect(fits(parsed.notification)).toBe(true);
      },
    ),
    { seed: 20_261_123, numRuns: 1500 },
  );
  expect(changed).toBeGreaterThan(200);
});

test("whichever field is null, of another scalar type or removed, the notification is known or unknown", () => {
  let count = 0;
  for (const { notification } of fixtures) {
    for (const [index, { path }] of placesIn(notification).entries()) {
      if (path === "typeWebhook") continue;
      const value = structuredClone(notification);
      const place = placesIn(value)[index];
      for (const put of [...scalars, undefined]) {
        place?.put(put);
        count += 1;
        const { kind } = parseNotification(value);
        if (kind === "malformed") throw new Error(`${path} = ${String(put)}: ${kind}`);
      }
    }
  }
  expect(count).toBeGreaterThan(10_000);
});
