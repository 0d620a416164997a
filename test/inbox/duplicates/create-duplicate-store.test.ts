import { duplicateStoreContractCases, runDuplicateStoreContract } from "@greenhook/core/contract";
import { createDuplicateStore } from "@greenhook/inbox";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { duplicateStoreIn, type SqliteDuplicateStore } from "../../../packages/inbox/dist/duplicates/create-duplicate-store.js";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const hour = 3_600_000;

/** Stores over one file, and their clock. */
function storesOver(path: string): { readonly make: () => SqliteDuplicateStore; readonly advance: (milliseconds: number) => void } {
  const clockOffset = new Float64Array(new SharedArrayBuffer(8));
  return {
    make() {
      const store = duplicateStoreIn({ path, clockOffset });
      onTestFinished(() => store.close());
      return store;
    },
    advance: (milliseconds) => void (clockOffset[0] = (clockOffset[0] ?? 0) + milliseconds),
  };
}

test("the store in a file passes the contract for duplicate stores, with two threads over one file", async () => {
  const results = await runDuplicateStoreContract(storesOver(join(temporaryFolder(), "duplicates.db")));
  expect(results).toEqual(duplicateStoreContractCases.map(({ title }) => ({ title, passed: true })));
});

test("so does one that is no file, by itself", async () => {
  const { make, advance } = storesOver(":memory:");
  const memory = make();
  const results = await runDuplicateStoreContract({ make: () => memory, advance });
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
});

test("what was delivered is known after a restart", async () => {
  const path = join(temporaryFolder(), "duplicates.db");
  const before = createDuplicateStore({ path });
  const claim = await before.claim("key", hour);
  await before.settle("key", claim.state === "new" ? claim.fence : "", true, hour);
  await before.close();
  const after = createDuplicateStore({ path });
  onTestFinished(() => after.close());
  expect(await after.claim("key", hour)).toEqual({ state: "done" });
});

test("a file can be read by its owner alone, holds digests, and gets no larger with keys that have expired", async () => {
  const path = join(temporaryFolder(), "duplicates.db");
  const { make, advance } = storesOver(path);
  const store = make();
  const claimAll = (numbers: readonly number[]) => Promise.all(numbers.map((number) => store.claim(`79990000000-${number}`, 1_000)));
  await claimAll(Array.from({ length: 400 }, (_, number) => number));
  const database = new DatabaseSync(path, { readOnly: true });
  onTestFinished(() => database.close());
  const count = () => database.prepare("select count(*) as count from duplicate_key").get()?.["count"];
  expect(count()).toBe(400);
  expect(database.prepare("select min(length(key)) as short, max(length(key)) as long from duplicate_key").get()).toEqual({
    short: 32,
    long: 32,
  });
  advance(2 * hour);
  await claimAll(Array.from({ length: 300 }, (_, number) => 1_000 + number));
  expect(count()).toBe(300);
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a delivery that settles after its lease is recorded, unless another one has taken over", async () => {
  const { make, advance } = storesOver(join(temporaryFolder(), "duplicates.db"));
  const store = make();
  const claim = await store.claim("key", 1_000);
  advance(hour / 2);
  await store.claim("other", 1_000);
  await store.settle("key", claim.state === "new" ? claim.fence : "", true, hour);
  expect(await store.claim("key", 1_000)).toEqual({ state: "done" });
});

test("what is no database is refused, and a closed store says so", async () => {
  const path = join(temporaryFolder(), "notes.txt");
  writeFileSync(path, "not a database, but longer than the header of one, which is a hundred bytes. ".repeat(20));
  expect(() => createDuplicateStore({ path })).toThrow(/^Cannot open duplicate store ".*notes\.txt": it isn't an SQLite database$/);
  expect(() => createDuplicateStore({ path: "" })).toThrow('Cannot create the duplicate store: "path" must be the name of a file');
  const misspelt = { path: ":memory:", pathname: "keys.db" };
  expect(() => createDuplicateStore(misspelt)).toThrow(
    'Cannot create the duplicate store: there is no option "pathname": did you mean "path"?',
  );
  const store = createDuplicateStore({ path: ":memory:" });
  const asked = store.claim("key", 1_000);
  await store.close();
  await store.close();
  expect(await asked).toMatchObject({ state: "new" });
  await expect(store.claim("key", 1_000)).rejects.toThrow('Cannot use duplicate store ":memory:": it is closed');
});

test("a claim that finds the file locked waits for it", async () => {
  const path = join(temporaryFolder(), "duplicates.db");
  const store = createDuplicateStore({ path });
  onTestFinished(() => store.close());
  await store.claim("other", 1_000);
  const database = new DatabaseSync(path);
  database.exec("begin immediate");
  const claim = store.claim("key", 1_000);
  expect(await Promise.race([claim, new Promise((resolve) => setTimeout(resolve, 100, "waits"))])).toBe("waits");
  database.exec("commit");
  database.close();
  expect(await claim).toMatchObject({ state: "new" });
});
