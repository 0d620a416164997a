import type { DuplicateStore } from "../receiving/duplicate-store.ts";
import type { DuplicateStoreContractCase } from "./duplicate-store-case.ts";

/** Every case that a duplicate store must pass. */
export const duplicateStoreContractCases: readonly DuplicateStoreContractCase[] = [
  {
    title: "a key is new, then running, and done once it is settled",
    async run({ stores: [one, other], prefix: key, leaseMilliseconds }) {
      const fence = await claimed(one, key, leaseMilliseconds);
      await expectState(one, key, leaseMilliseconds, "running", "asked again");
      await expectState(other, key, leaseMilliseconds, "running", "asked by the other");
      await one.settle(key, fence, true, 2 * leaseMilliseconds);
      await expectState(one, key, leaseMilliseconds, "done", "after it was settled");
      await expectState(other, key, leaseMilliseconds, "done", "after it was settled, asked by the other");
    },
  },
  {
    title: "a key that is settled without success is new again",
    async run({ stores: [one, other], prefix: key, leaseMilliseconds }) {
      const fence = await claimed(one, key, leaseMilliseconds);
      await one.settle(key, fence, false, leaseMilliseconds);
      await expectState(other, key, leaseMilliseconds, "new", "after it failed");
    },
  },
  {
    title: "no two claims have the same fence",
    async run({ stores, prefix, leaseMilliseconds }) {
      const fences: string[] = [];
      for (const store of stores) {
        for (const key of [`${prefix}a`, `${prefix}b`]) {
          for (let time = 0; time < 5; time += 1) {
            const fence = await claimed(store, key, leaseMilliseconds);
            fences.push(fence);
            await store.settle(key, fence, false, leaseMilliseconds);
          }
        }
      }
      expectEqual(new Set(fences).size, 20, "different fences of 20 claims");
    },
  },
  {
    title: "100 claims at once: one is new",
    async run({ stores: [one, other], prefix: key, leaseMilliseconds }) {
      const claims = Array.from({ length: 100 }, async (_, index) => (index % 2 === 0 ? one : other).claim(key, leaseMilliseconds));
      const states = (await Promise.all(claims)).map(({ state }) => state);
      expectEqual(states.filter((state) => state === "new").length, 1, "claims that were new");
      expectEqual(states.filter((state) => state === "running").length, 99, "claims that were running");
    },
  },
  {
    title: "a lease ends, and the key is new for another claim",
    async run({ stores: [one, other], prefix: key, leaseMilliseconds, advance }) {
      const fence = await claimed(one, key, leaseMilliseconds);
      await advance(0.5 * leaseMilliseconds);
      await expectState(other, key, leaseMilliseconds, "running", "within the lease");
      await advance(0.6 * leaseMilliseconds);
      // Asking hasn't made it any longer.
      const next = await claimed(other, key, leaseMilliseconds);
      expectEqual(next === fence, false, "the fence is that of the claim before");
    },
  },
  {
    title: "a renewed lease begins again",
    async run({ stores: [one, other], prefix: key, leaseMilliseconds, advance }) {
      const fence = await claimed(one, key, leaseMilliseconds);
      await advance(0.6 * leaseMilliseconds);
      await one.renew(key, fence, leaseMilliseconds);
      await advance(0.6 * leaseMilliseconds);
      await expectState(other, key, leaseMilliseconds, "running", "within the renewed lease");
      await advance(0.6 * leaseMilliseconds);
      await expectState(other, key, leaseMilliseconds, "new", "after the renewed lease");
    },
  },
  {
    title: "an old fence settles nothing, as success or as failure",
    async run({ stores: [one, other], prefix: key, leaseMilliseconds, advance }) {
      const old = await claimed(one, key, leaseMilliseconds);
      await advance(1.1 * leaseMilliseconds);
      const fence = await claimed(other, key, leaseMilliseconds);
      await one.settle(key, old, true, leaseMilliseconds);
      await expectState(one, key, leaseMilliseconds, "running", "after the old claim succeeded");
      await one.settle(key, old, false, leaseMilliseconds);
      await expectState(one, key, leaseMilliseconds, "running", "after the old claim failed");
      await other.settle(key, fence, true, 2 * leaseMilliseconds);
      await one.settle(key, old, false, leaseMilliseconds);
      await other.settle(key, fence, false, leaseMilliseconds);
      await expectState(one, key, leaseMilliseconds, "done", "after it was done, and both failed");
    },
  },
  {
    title: "an old fence renews nothing",
    async run({ stores: [one, other], prefix: key, leaseMilliseconds, advance }) {
      const old = await claimed(one, key, leaseMilliseconds);
      await advance(1.1 * leaseMilliseconds);
      await claimed(other, key, leaseMilliseconds);
      await one.renew(key, old, 100 * leaseMilliseconds);
      await advance(1.1 * leaseMilliseconds);
      const last = await claimed(other, key, leaseMilliseconds);
      await other.settle(key, last, true, leaseMilliseconds);
      await one.renew(key, last, 100 * leaseMilliseconds);
      await advance(1.1 * leaseMilliseconds);
      await expectState(one, key, leaseMilliseconds, "new", "after what was done has been forgotten");
    },
  },
  {
    title: "the fence of a claim that has ended brings nothing back",
    async run({ stores: [one, other], prefix: key, leaseMilliseconds }) {
      const fence = await claimed(one, key, leaseMilliseconds);
      await one.settle(key, fence, false, leaseMilliseconds);
      await one.renew(key, fence, leaseMilliseconds);
      await one.settle(key, fence, true, leaseMilliseconds);
      await expectState(other, key, leaseMilliseconds, "new", "after its only claim has failed");
    },
  },
  {
    title: "what is done is forgotten after its time to live, not sooner",
    async run({ stores: [one, other], prefix: key, leaseMilliseconds, advance }) {
      const ttlMilliseconds = 2 * leaseMilliseconds;
      await one.settle(key, await claimed(one, key, leaseMilliseconds), true, ttlMilliseconds);
      await advance(0.7 * ttlMilliseconds);
      await expectState(other, key, leaseMilliseconds, "done", "within its time to live");
      await advance(0.5 * ttlMilliseconds);
      // Asking hasn't made it any longer.
      await expectState(other, key, leaseMilliseconds, "new", "after its time to live");
    },
  },
  {
    title: "a key that was forgotten can be claimed and done again",
    async run({ stores: [one, other], prefix: key, leaseMilliseconds, advance }) {
      await one.settle(key, await claimed(one, key, leaseMilliseconds), true, leaseMilliseconds);
      await advance(1.1 * leaseMilliseconds);
      await other.settle(key, await claimed(other, key, leaseMilliseconds), true, leaseMilliseconds);
      await expectState(one, key, leaseMilliseconds, "done", "done for the second time");
    },
  },
  {
    title: "durations may be fractions, 8 days, or the longest that a timer can wait",
    async run({ stores: [one, other], prefix, leaseMilliseconds }) {
      for (const milliseconds of [leaseMilliseconds + 0.5, 691_200_000, 2 ** 31 - 1]) {
        const key = `${prefix}${milliseconds}`;
        const fence = await claimed(one, key, milliseconds);
        await one.renew(key, fence, milliseconds);
        await expectState(other, key, leaseMilliseconds, "running", `leased for ${milliseconds} ms`);
        await one.settle(key, fence, true, milliseconds);
        await expectState(other, key, leaseMilliseconds, "done", `done for ${milliseconds} ms`);
      }
    },
  },
  {
    title: "keys are compared to the letter, whatever is in them",
    async run({ stores: [one, other], prefix, leaseMilliseconds }) {
      const keys = strangeKeys.map((key) => prefix + key);
      const fences: string[] = [];
      for (const key of keys) fences.push(await claimed(one, key, leaseMilliseconds));
      for (const key of keys) await expectState(other, key, leaseMilliseconds, "running", JSON.stringify(key));
      for (const [index, key] of keys.entries()) {
        await one.settle(key, fences[index] ?? "", true, leaseMilliseconds);
        await expectState(other, key, leaseMilliseconds, "done", JSON.stringify(key));
        const next = keys[index + 1];
        if (next !== undefined) await expectState(other, next, leaseMilliseconds, "running", JSON.stringify(next));
      }
    },
  },
];

/** Neighbours that a column's form, a collation or an encoding could take for each other. */
const strangeKeys: readonly string[] = [
  "",
  " ",
  "a",
  "A",
  "a ",
  "a%",
  "a_",
  "a*",
  "a'; drop table keys; --",
  "a\0",
  "a\0b",
  "a\n",
  "é",
  "e\u0301",
  "\ud800",
  "\udfff",
  "\ufffd",
  "👍",
  "k".repeat(1_024),
  `${"k".repeat(1_023)}l`,
];

/** @throws Error unless the key is new. */
async function claimed(store: DuplicateStore, key: string, leaseMilliseconds: number): Promise<string> {
  const claim = await store.claim(key, leaseMilliseconds);
  if (claim.state === "new" && typeof claim.fence === "string" && claim.fence !== "") return claim.fence;
  throw new Error(`claim of ${JSON.stringify(key.slice(0, 80))}: ${JSON.stringify(claim)}, expected a new one with a fence`);
}

async function expectState(
  store: DuplicateStore,
  key: string,
  leaseMilliseconds: number,
  state: "new" | "running" | "done",
  when: string,
): Promise<void> {
  const claim = await store.claim(key, leaseMilliseconds);
  expectEqual(claim.state, state, `state ${when.slice(0, 80)}`);
}

function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) throw new Error(`${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}
