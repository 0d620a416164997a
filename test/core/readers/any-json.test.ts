import * as core from "@greenhook/core";
import { isMessage, parseNotification, unknownFieldsOf, type Readable } from "@greenhook/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readFixtures } from "../../fixtures/read-fixtures.ts";
import { mutatedFixtures } from "../../support/json-mutations.ts";
import { placesIn } from "../../support/places-in.ts";
import { readers } from "./every-reader.ts";

const fixtures = readFixtures();

/** Runs every reader over a value in each form that it may be handed over in. */
function readAll(value: unknown): void {
  const forms = [
    value,
    parseNotification(value),
    { kind: "unknown", typeWebhook: "later", value },
    { kind: "known", notification: value, value },
  ];
  for (const form of forms) {
    for (const [name, read, check] of readers) {
      const given = read(form as Readable);
      if (!check(given)) throw new Error(`${name} gives ${JSON.stringify(given)}`);
    }
    expect(isMessage(form as KnownOrUnknown, "textMessage")).toBeTypeOf("boolean");
  }
}

type KnownOrUnknown = Parameters<typeof unknownFieldsOf>[0] & core.KnownNotification;

test("the table of readers has every reader", () => {
  const exported = Object.keys(core).filter(
    (name) => /^(is[A-Z]|sentAt$|\w+Of$)/.test(name) && !["authorizationOf", "isMessage"].includes(name),
  );
  expect(readers.map(([name]) => name)).toEqual(exported.toSorted());
});

test("readers throw for no JSON value, and give what their declarations say", () => {
  fc.assert(fc.property(fc.jsonValue(), readAll), { seed: 20_261_126, numRuns: 100 });
});

test("readers throw for no fixture with some of its values replaced, and give what their declarations say", () => {
  fc.assert(fc.property(mutatedFixtures, readAll), { seed: 20_261_127, numRuns: 50 });
});

test("readers give what their declarations say where one value of a fixture is of another JSON type", () => {
  const wrong: string[] = [];
  for (const { name, notification } of fixtures) {
    for (const [index, { path }] of placesIn(notification).entries()) {
      for (const value of [null, 1.5, "x", [[]], { toString: 1 }]) {
        const body = structuredClone(notification);
        placesIn(body)[index]?.put(value);
        for (const [reader, read, check] of readers) if (!check(read(body))) wrong.push(`${reader}: ${name} with another ${path}`);
      }
    }
  }
  expect([...new Set(wrong)]).toEqual([]);
});

test("readers throw for none of the fields that they read, whatever is in them", () => {
  const names = [...new Set(fixtures.flatMap(({ notification }) => namesIn(notification)))];
  const kinds = [...new Set(fixtures.map(({ notification }) => notification.typeWebhook))];
  const types = [
    ...new Set(fixtures.flatMap(({ notification }) => ("messageData" in notification ? [notification.messageData.typeMessage] : []))),
  ];
  const fields = fc.dictionary(fc.constantFrom(...names), fc.jsonValue(), { maxKeys: 6 });
  const bodies = fc.record({
    typeWebhook: fc.constantFrom(...kinds),
    senderData: fields,
    messageData: fc.tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...names), fields, { maxKeys: 6 })),
    more: fields,
  });
  fc.assert(
    fc.property(bodies, ({ more, messageData: [typeMessage, data], ...body }) => {
      readAll({ ...more, ...body, messageData: { ...data, typeMessage } });
    }),
    { seed: 20_261_128, numRuns: 100 },
  );
});

function namesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(Array.isArray(value) ? [] : [name]), ...namesIn(inner)]);
}

test("readers read a result of parseNotification, known or not, as the notification in it", () => {
  for (const { notification, value } of fixtures) {
    for (const [, read] of readers) {
      const expected = read(notification);
      expect(read(parseNotification(value) as Readable)).toEqual(expected);
      expect(read({ kind: "unknown", typeWebhook: notification.typeWebhook, value })).toEqual(expected);
    }
  }
});

test("a notification with fields named like a result's is none", () => {
  const [notification] = fixtures.filter(({ name }) => name === "textMessage").map((fixture) => fixture.notification);
  const alike = { ...notification, kind: "known", value: {}, notification: {} } as unknown as Readable;
  expect(core.textOf(alike)).toBe("When do you open?");
  expect(unknownFieldsOf(alike as Parameters<typeof unknownFieldsOf>[0])).toEqual(["kind", "value", "notification"]);
});
