import * as fc from "fast-check";
import { readFixtures } from "../fixtures/read-fixtures.ts";
import { placesIn } from "./places-in.ts";

const fixtures = readFixtures().map(({ notification }) => notification);

/** A fixture with one to three of its values replaced by any JSON value, or left out. */
export const mutatedFixtures: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.constantFrom(...fixtures),
    fc.array(fc.tuple(fc.nat(), fc.option(fc.jsonValue(), { nil: undefined })), { minLength: 1, maxLength: 3 }),
  )
  .map(([fixture, changes]) => {
    const body = structuredClone(fixture);
    for (const [seed, value] of changes) {
      const places = placesIn(body);
      places[seed % places.length]?.put(value);
    }
    return body;
  });
