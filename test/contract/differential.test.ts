import { contractCases } from "@greenhook/core/contract";
import { assert, asyncProperty } from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { differences } from "./differences.ts";
import { mutation } from "./mutations.ts";
import { observe, type Observer } from "./observed.ts";
import { fewSetUps, setUps, bytesSetUps } from "./set-ups.ts";

let observers: readonly Observer[] = [];

/** Bodies that end on their own, none of which waits for the deadline. */
const ofTheContract = contractCases.flatMap(({ request: { body = "", headers = {}, method } }) => {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  if (method !== undefined || !(bytes instanceof Uint8Array) || Object.values(headers).includes("") || bytes.length > 50_000) return [];
  return Buffer.from(bytes).includes("CONTRACT-HANGS") ? [] : [{ body: bytes, headers }];
});

describe("in every set-up", () => {
  beforeAll(async () => {
    observers = await Promise.all(setUps.map((setUp) => observe(setUp, true)));
  });
  afterAll(() => closeAll());

  // In twenties, so that each is done within a second.
  test.each(Array.from({ length: Math.ceil(ofTheContract.length / 20) }, (_, index) => index * 20))(
    "the bodies of the contract make no difference: twenty from %i",
    async (first) => {
      expect(bytesSetUps.length).toBeGreaterThan(10);
      for (const sent of ofTheContract.slice(first, first + 20)) expect(await differences(observers, sent)).toEqual([]);
    },
  );
});

describe.each([false, true])("in one set-up of each adapter and parser, quarantine: %s", (quarantine) => {
  beforeAll(async () => {
    observers = await Promise.all(fewSetUps.map((setUp) => observe(setUp, quarantine)));
  });
  afterAll(() => closeAll());

  // 1,000 in all; `npm run test:long` has 20,000 in every set-up.
  test.each(Array.from({ length: 10 }, (_, index) => index))("mutated bodies make no difference: fifty of seed %i", async (seed) => {
    const property = asyncProperty(mutation, async (made) => {
      expect(await differences(observers, made)).toEqual([]);
    });
    await assert(property, { seed: quarantine ? seed : seed + 1000, numRuns: 50 });
  });
});

async function closeAll(): Promise<void> {
  const open = observers;
  observers = [];
  await Promise.all(open.map(({ close }) => close()));
}
