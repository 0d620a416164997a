import { createContractHandler, runContract } from "@greenhook/core/contract";
import { describe, expect, test } from "vitest";
import type { SetUp } from "./set-up.ts";

/** Every case of the contract on each set-up, with and without a quarantine. */
export function expectContract(symbol: string, setUps: readonly SetUp[]): void {
  describe.each(setUps)(`${symbol} $name`, (setUp) => {
    test.each([
      ["without", false],
      ["with", true],
    ])("passes the contract %s a quarantine", async (_, quarantine) => {
      expect(await contractOn(setUp, quarantine)).toEqual([]);
    });
  });
}

/** The cases with a wrong response. */
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
