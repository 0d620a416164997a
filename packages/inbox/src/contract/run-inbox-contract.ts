import type { EngineUnderTest } from "./engine-under-test.ts";
import { InboxBench } from "./inbox-bench.ts";
import type { Ability, InboxContractCase } from "./inbox-contract-case.ts";
import { inboxContractCases } from "./inbox-contract-cases.ts";

/** Options of {@link runInboxContract}. */
export interface InboxContractOptions<Transaction = never> extends EngineUnderTest<Transaction> {
  /**
   * The cases to run.
   *
   * @default inboxContractCases
   */
  readonly cases?: readonly InboxContractCase[];
}

/** The result of one case. */
export interface InboxContractResult {
  readonly title: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** What went wrong, or what the engine lacks. */
  readonly reason?: string;
}

/** How many cases are in flight at a time: some wait for a lease to end. */
const lanes = 6;

/**
 * Proves an engine: order, duplicates, retries, leases, dead items, erasing, transactions. What an engine can't do is skipped, by name. Never rejects.
 *
 * @example
 * const results = await runInboxContract({ make: (store) => createMyEngine(store) });
 * console.log(results.filter(({ outcome }) => outcome !== "passed"));
 */
export async function runInboxContract<Transaction = never>(
  options: InboxContractOptions<Transaction>,
): Promise<readonly InboxContractResult[]> {
  // Cases hand a transaction on, and look at nothing in it.
  const untyped = options as unknown as InboxContractOptions<unknown>;
  const { cases = inboxContractCases } = options;
  const results: InboxContractResult[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < cases.length; index = next++) results[index] = await runCase(cases[index]!, untyped);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

async function runCase(
  { title, needs = [], run }: InboxContractCase,
  options: InboxContractOptions<unknown>,
): Promise<InboxContractResult> {
  const bench = new InboxBench(options);
  try {
    const missing = needs.length === 0 ? [] : await missingAbilities(needs, options, bench);
    if (missing.length > 0) return { title, outcome: "skipped", reason: `needs ${missing.join(" and ")}` };
    await run(bench);
    return { title, outcome: "passed" };
  } catch (error) {
    return { title, outcome: "failed", reason: error instanceof Error ? error.message : String(error) };
  } finally {
    await bench.close();
  }
}

async function missingAbilities(
  needs: readonly Ability[],
  options: InboxContractOptions<unknown>,
  bench: InboxBench,
): Promise<readonly Ability[]> {
  const engine = await bench.engine();
  const has: Readonly<Record<Ability, boolean>> = {
    items: engine.items !== undefined,
    complete: engine.complete !== undefined && options.transaction !== undefined,
    crash: options.crash !== undefined,
    advance: options.advance !== undefined,
  };
  return needs.filter((need) => !has[need]);
}
