import { schemaOfKind } from "../../../packages/core/dist/notifications/schema-of-kind.js";
import { validatorFor as compiled } from "../../../packages/core/dist/schema/validate.compiled.js";
import { validatorFor as interpreted } from "../../../packages/core/dist/schema/validate.interpreted.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readFixtures } from "../../fixtures/read-fixtures.ts";

// Which of the two a runtime gets is a condition in package.json; what they say must not depend on it.
const bodies = readFixtures().map(({ notification }) => notification as Body);

interface Body {
  readonly typeWebhook: string;
  readonly messageData?: { readonly typeMessage: string };
}

const validators = new Map(
  bodies.flatMap(({ typeWebhook, messageData }) => {
    const schema = schemaOfKind(typeWebhook, messageData?.typeMessage);
    const kind = `${typeWebhook}/${messageData?.typeMessage}`;
    return schema === undefined ? [] : [[kind, { compiled: compiled(schema), interpreted: interpreted(schema) }] as const];
  }),
);

function verdicts({ typeWebhook, messageData }: Body, value: unknown): [unknown, unknown] | undefined {
  const both = validators.get(`${typeWebhook}/${messageData?.typeMessage}`);
  return both === undefined ? undefined : [both.compiled(value), both.interpreted(value)];
}

test("validatorFor() says the same, compiled or interpreted, of every fixture", () => {
  let checked = 0;
  for (const body of bodies) {
    const both = verdicts(body, body);
    if (both === undefined) continue;
    expect(both[1]).toEqual(both[0]);
    checked++;
  }
  expect(checked).toBeGreaterThan(100);
});

test("validatorFor() says the same, compiled or interpreted, of 1,000 mutated fixtures", () => {
  const replacement = fc.oneof(fc.constant(undefined), fc.jsonValue(), fc.constantFrom(null, "", 0, -1, 1e308, [], {}, [[]], true));
  fc.assert(
    fc.property(fc.constantFrom(...bodies), fc.array(fc.tuple(fc.nat(), replacement), { minLength: 1, maxLength: 3 }), (body, changes) => {
      const value = structuredClone(body);
      for (const [place, put] of changes) change(value, place, put);
      const both = verdicts(body, value);
      if (both !== undefined) expect(both[1]).toEqual(both[0]);
    }),
    { numRuns: 1000, seed: 20_261_122 },
  );
});

/** Puts something else in one of all the places in a value; `undefined` takes it out. */
function change(value: object, place: number, put: unknown): void {
  const places: [object, string][] = [];
  const walk = (inner: unknown): void => {
    if (typeof inner !== "object" || inner === null) return;
    for (const [key, item] of Object.entries(inner)) {
      places.push([inner, key]);
      walk(item);
    }
  };
  walk(value);
  const [holder, key] = places[place % places.length]!;
  if (put === undefined) Reflect.deleteProperty(holder, key);
  // A copy: the same object put twice could come to hold itself.
  else Reflect.set(holder, key, structuredClone(put));
}
