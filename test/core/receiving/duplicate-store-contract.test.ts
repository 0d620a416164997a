import type { DuplicateStore } from "@greenhook/core";
import { duplicateStoreContractCases, runDuplicateStoreContract } from "@greenhook/core/contract";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { duplicateMemory } from "../../../packages/core/dist/receiving/duplicate-store.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

const advance = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);

test("the store in memory passes the contract for duplicate stores", async () => {
  const memory = duplicateMemory();
  const results = await runDuplicateStoreContract({ make: () => memory, advance });
  expect(results).toEqual(duplicateStoreContractCases.map(({ title }) => ({ title, passed: true })));
});

test("a store that can't be made fails every case, and what a store throws is the reason", async () => {
  const broken = () => Promise.reject(new Error("no server"));
  const results = await runDuplicateStoreContract({ make: broken });
  expect(results).toEqual(duplicateStoreContractCases.map(({ title }) => ({ title, passed: false, reason: "no server" })));
  const cases = duplicateStoreContractCases.slice(0, 1);
  const [first] = await runDuplicateStoreContract({ make: () => ({ ...duplicateMemory(), claim: broken }), advance, cases });
  expect(first).toMatchObject({ passed: false, reason: "no server" });
});

test("without a clock to move, the cases wait, and are tried with longer leases on a machine that stands still", async () => {
  vi.useRealTimers();
  const memory = duplicateMemory();
  const leases: number[] = [];
  const [result] = await runDuplicateStoreContract({
    make: () => memory,
    cases: [
      {
        title: "stands still once",
        async run({ leaseMilliseconds, advance: wait }) {
          leases.push(leaseMilliseconds);
          await wait(1);
          if (leases.length === 1) throw new Error("stood still");
        },
      },
    ],
  });
  expect([result, leases]).toEqual([{ title: "stands still once", passed: true }, [1_000, 4_000]]);
});

/** A store with a defect, over one without. */
type Defect = (memory: DuplicateStore) => DuplicateStore;

const notShared: Defect = () => duplicateMemory();

const fences = new Map<string, string>();

/** Hands out the same fence each time. */
const oneFence: Defect = (memory) => ({
  async claim(key, lease) {
    const claim = await memory.claim(key, lease);
    if (claim.state !== "new") return claim;
    fences.set(key, claim.fence);
    return { state: "new", fence: key };
  },
  renew: (key, _, lease) => memory.renew(key, fences.get(key) ?? "", lease),
  settle: (key, _, done, ttl) => memory.settle(key, fences.get(key) ?? "", done, ttl),
});

const claimed = new Set<string>();

/** Looks first and writes then, as with two statements outside of a transaction. */
const looksThenWrites: Defect = (memory) => ({
  ...memory,
  async claim(key) {
    const isRunning = claimed.has(key);
    await Promise.resolve();
    claimed.add(key);
    return isRunning ? { state: "running" } : { state: "new", fence: String(claimed.size) };
  },
});

/** Knows the fence that a key has now, whatever fence it is given. */
const withoutFences =
  (ignores: "renew" | "settle"): Defect =>
  (memory) => ({
    ...memory,
    async claim(key, lease) {
      const claim = await memory.claim(key, lease);
      if (claim.state === "new") fences.set(key, claim.fence);
      return claim;
    },
    ...(ignores === "renew"
      ? { renew: (key, _, lease) => memory.renew(key, fences.get(key) ?? "", lease) }
      : { settle: (key, _, done, ttl) => memory.settle(key, fences.get(key) ?? "", done, ttl) }),
  });

const settles =
  (changed: (memory: DuplicateStore, ...settlement: Parameters<DuplicateStore["settle"]>) => unknown): Defect =>
  (memory) => ({ ...memory, settle: (...settlement) => changed(memory, ...settlement) });

const done = new Set<string>();

/** As a column of text does: lone surrogates become one character. */
const inUtf8 = (key: string): string => Buffer.from(key).toString();

/** For each case of the contract a defect, and what the case says of it. */
const defects: Readonly<Record<string, readonly [defect: Defect, reason: RegExp]>> = {
  "a key is new, then running, and done once it is settled": [notShared, /^state asked by the other: "new"/],
  "a key that is settled without success is new again": [
    settles((memory, key, fence, isDone, ttl) => (isDone ? memory.settle(key, fence, isDone, ttl) : undefined)),
    /^state after it failed: "running"/,
  ],
  "no two claims have the same fence": [oneFence, /^different fences of 20 claims: 2,/],
  "100 claims at once: one is new": [looksThenWrites, /^claims that were new: \d+, expected 1/],
  "a lease ends, and the key is new for another claim": [
    (memory) => ({ ...memory, claim: (key) => memory.claim(key, Infinity) }),
    /^claim of .*running/,
  ],
  "a renewed lease begins again": [(memory) => ({ ...memory, renew: () => undefined }), /^state within the renewed lease: "new"/],
  "an old fence settles nothing, as success or as failure": [withoutFences("settle"), /^state after the old claim succeeded: "done"/],
  "an old fence renews nothing": [withoutFences("renew"), /^claim of .*running/],
  "the fence of a claim that has ended brings nothing back": [
    settles(async (memory, key, fence, isDone, ttl) => {
      const claim = isDone ? await memory.claim(key, ttl) : undefined;
      return memory.settle(key, claim?.state === "new" ? claim.fence : fence, isDone, ttl);
    }),
    /^state after its only claim has failed: "done"/,
  ],
  "what is done is forgotten after its time to live, not sooner": [
    settles((memory, key, fence, isDone, ttl) => memory.settle(key, fence, isDone, 100 * ttl)),
    /^state after its time to live: "done"/,
  ],
  "a key that was forgotten can be claimed and done again": [
    // As an insert does that leaves an old row.
    settles((memory, key, fence, isDone, ttl) => memory.settle(key, fence, isDone && done.size === done.add(key).size - 1, ttl)),
    /^state done for the second time: "new"/,
  ],
  "durations may be fractions, 8 days, or the longest that a timer can wait": [
    (memory) => ({ ...memory, claim: (key, lease) => memory.claim(key, BigInt(lease) as never) }),
    /integer/,
  ],
  "keys are compared to the letter, whatever is in them": [
    (memory) => ({
      claim: (key, lease) => memory.claim(inUtf8(key), lease),
      renew: (key, fence, lease) => memory.renew(inUtf8(key), fence, lease),
      settle: (key, fence, isDone, ttl) => memory.settle(inUtf8(key), fence, isDone, ttl),
    }),
    /^claim of .*\\udfff.*running/,
  ],
};

test("there is a defect for each case of the contract", () => {
  expect(Object.keys(defects)).toEqual(duplicateStoreContractCases.map(({ title }) => title));
});

describe("a case of the contract fails for a store with its defect", () => {
  test.each(duplicateStoreContractCases)("$title", async (each) => {
    const [defect, reason] = defects[each.title]!;
    const memory = duplicateMemory();
    const [result] = await runDuplicateStoreContract({ make: () => defect(memory), advance, cases: [each] });
    expect(result).toMatchObject({ passed: false, reason: expect.stringMatching(reason) as string });
  });
});
