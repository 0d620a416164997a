import { createContractHandler, runContract } from "@greenhook/core/contract";
import { expect, test } from "vitest";
import type { SetUp } from "./set-up.ts";

/** Every case of the contract on each set-up, with and without a quarantine. */
export function expectContract(symbol: string, setUps: readonly SetUp[]): void {
  test.each(setUps)(`${symbol} $name: passes the contract`, async (setUp) => {
    const [D, Q] = await Promise.all([false, true].map((quarantine) => contractOn(setUp, quarantine)));
    expect({ D, Q }).toEqual({ D: [], Q: [] });
  });
}

/** The cases that are answered wrongly. */
async function contractOn({ serve, behindBodyParser }: SetUp, quarantine: boolean): Promise<unknown[]> {
  const { url, close } = await serve(createContractHandler({ quarantine }));
  try {
    const results = await runContract(url, { quarantine, behindBodyParser });
    expect(results.length).toBeGreaterThan(200);
    return results.filter(({ passed }) => !passed);
  } finally {
    await close();
  }
}
