import { parseNotification } from "@greenhook/core";
import { jsonSchemaOf, type JsonSchema } from "@greenhook/core/schemas";
import type { Notification } from "@greenhook/core/types";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readFixtures } from "../../fixtures/read-fixtures.ts";
import { scalars, undelivered } from "../../support/field-mutations.ts";
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

// By the first letter, so that each is done within a second: compiling the schemas takes most of it.
const letters = [...new Set(fixtures.map(({ name }) => name.charAt(0).toLowerCase()))];

test.each(letters)(
  "whatever was changed, a notification that parseNotification() calls known is as its strict schema says: %s…",
  (letter) => {
    const some = fixtures.filter(({ name }) => name.toLowerCase().startsWith(letter));
    let changed = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...some),
        fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(...scalars), fc.jsonValue({ maxDepth: 3 }))), {
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
      { seed: 20_261_123, numRuns: some.length * 8 },
    );
    expect(changed).toBeGreaterThan(0);
  },
);

// Every fortieth of them: `npm run test:long` has the others, and sends some to each adapter.
test("whichever field is null, of another scalar type or removed, the notification is delivered", async () => {
  const { count, wrong } = await undelivered(40);
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(1_000);
});
