import type { DuplicateStore } from "../receiving/duplicate-store.ts";
import type { DuplicateStoreContractCase } from "./duplicate-store-case.ts";
import { duplicateStoreContractCases } from "./duplicate-store-cases.ts";

/** Options of {@link runDuplicateStoreContract}. */
export interface DuplicateStoreContractOptions {
  /** Makes another store over the same keys, as another process would have it. Called twice; what it makes is yours to close. */
  readonly make: () => DuplicateStore | Promise<DuplicateStore>;
  /**
   * Moves the clock of these stores on.
   *
   * @default the cases wait: about 3 s in all
   */
  readonly advance?: (milliseconds: number) => unknown;
  /**
   * The cases to run.
   *
   * @default duplicateStoreContractCases
   */
  readonly cases?: readonly DuplicateStoreContractCase[];
}

/** The result of one case. */
export interface DuplicateStoreContractResult {
  readonly title: string;
  readonly passed: boolean;
  /** What went wrong. Absent where nothing did. */
  readonly reason?: string;
}

/** Where time really passes, a machine that stands still lets leases end too early for a case, which is then tried with longer ones. */
const realLeases: readonly number[] = [1_000, 4_000, 16_000];

/**
 * Proves a duplicate store: claims, leases, fences and times to live, each across two stores that share their keys. Never rejects.
 *
 * @example
 * const results = await runDuplicateStoreContract({ make: () => createMyStore("redis://127.0.0.1") });
 * console.log(results.filter(({ passed }) => !passed));
 */
export async function runDuplicateStoreContract(options: DuplicateStoreContractOptions): Promise<readonly DuplicateStoreContractResult[]> {
  const { make, advance, cases = duplicateStoreContractCases } = options;
  let stores: readonly [DuplicateStore, DuplicateStore];
  try {
    stores = [await make(), await make()];
  } catch (error) {
    return cases.map(({ title }) => ({ title, passed: false, reason: reasonOf(error) }));
  }
  if (advance === undefined) return Promise.all(cases.map((each) => runInRealTime(each, stores)));
  const results: DuplicateStoreContractResult[] = [];
  // One after another: they share the clock.
  for (const each of cases) results.push(await runCase(each, stores, 60_000, async (milliseconds) => void (await advance(milliseconds))));
  return results;
}

async function runInRealTime(
  each: DuplicateStoreContractCase,
  stores: readonly [DuplicateStore, DuplicateStore],
): Promise<DuplicateStoreContractResult> {
  let result: DuplicateStoreContractResult | undefined;
  for (const leaseMilliseconds of realLeases) {
    result = await runCase(each, stores, leaseMilliseconds, sleep);
    if (result.passed) break;
  }
  return result!;
}

async function runCase(
  { title, run }: DuplicateStoreContractCase,
  stores: readonly [DuplicateStore, DuplicateStore],
  leaseMilliseconds: number,
  advance: (milliseconds: number) => Promise<void>,
): Promise<DuplicateStoreContractResult> {
  try {
    await run({ stores, prefix: `contract.${crypto.randomUUID()}.`, leaseMilliseconds, advance });
    return { title, passed: true };
  } catch (error) {
    return { title, passed: false, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
