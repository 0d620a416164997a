import * as fc from "fast-check";
import { readFixtures } from "../fixtures/read-fixtures.ts";

const fixtures = readFixtures().map(({ notification }) => notification as unknown);

/** A fixture with one to three of its values replaced by any JSON value, or left out. */
export const mutatedFixtures: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.constantFrom(...fixtures),
    fc.array(fc.tuple(fc.nat(), fc.option(fc.jsonValue(), { nil: undefined })), { minLength: 1, maxLength: 3 }),
  )
  .map(([fixture, changes]) => changes.reduce((value, [seed, replacement]) => replaced(value, seed, replacement), fixture));

/** A copy of a value in which one place, chosen by the seed, holds something else; `undefined` leaves it out. */
function replaced(value: unknown, seed: number, replacement: unknown): unknown {
  if (typeof value !== "object" || value === null) return replacement;
  const keys = Object.keys(value);
  if (keys.length === 0) return replacement;
  const key = keys[seed % keys.length]!;
  const rest = Math.floor(seed / keys.length);
  const inner = (value as Readonly<Record<string, unknown>>)[key];
  const isEnd = rest % 3 === 0;
  const field = isEnd ? replacement : replaced(inner, Math.floor(rest / 3), replacement);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === key ? field : item));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, held]) => (name !== key ? [[name, held]] : field === undefined ? [] : [[name, field]])),
  );
}

/** A value with the path of the place that was replaced. */
export interface Replaced {
  readonly path: string;
  readonly body: unknown;
}

/** Copies of a value, in each of which one of the values inside is another, or `undefined`. */
export function* withEachValueReplaced(value: unknown, replacements: readonly unknown[], path = ""): Generator<Replaced> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const innerPath = path === "" ? key : `${path}.${key}`;
    const put = (held: unknown): unknown => (Array.isArray(value) ? value.with(Number(key), held) : { ...value, [key]: held });
    for (const replacement of replacements) yield { path: innerPath, body: put(replacement) };
    for (const { path: deeper, body } of withEachValueReplaced(inner, replacements, innerPath)) yield { path: deeper, body: put(body) };
  }
}
