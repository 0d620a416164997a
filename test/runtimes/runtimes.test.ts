import { rmSync } from "node:fs";
import { contractCases, runContract } from "@greenhook/core/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPacked } from "./install-packed.ts";
import { runtimes, runtimesAtHand } from "./runtimes.ts";

let packed: string;
beforeAll(() => {
  packed = installPacked();
}, 120_000);
afterAll(() => rmSync(packed, { recursive: true, force: true }));

/** A good, a wrong-token, a too-large and a broken POST. */
const four = new Set(["1", "5", "28", "46.1"]);

/** Large bodies that are sent in pieces and not wanted: some servers close the connection before the client looks for the response. */
const unwanted = new Set(["18", "29"]);

test.each(runtimesAtHand)("the packed packages pass the contract on $name", { timeout: 60_000 }, async ({ start, closesEarly = false }) => {
  const program = await start(packed);
  try {
    const cases = contractCases.filter(({ id }) => four.has(id));
    const answers = await runContract(program.url, { quarantine: false, cases });
    expect(answers.map(({ actual }) => actual)).toEqual(["200", "401 AUTH_INVALID", "413 TOO_LARGE", "400 JSON"]);

    const results = await runContract(program.url, { quarantine: false });
    const excused = (id: string, actual: string): boolean => closesEarly && unwanted.has(id) && actual === "no response";
    expect(results.filter(({ id, passed, actual }) => !passed && !excused(id, actual))).toEqual([]);
    expect(program.isAlive()).toBe(true);
  } catch (error) {
    console.error(program.output());
    throw error;
  } finally {
    await program.stop();
  }
});

// On workerd a timer dies with the request that set it.
test.each(runtimesAtHand)(
  "a deadline outlives the request before it, and a retry joins the first on $name",
  { timeout: 60_000 },
  async ({ start }) => {
    const program = await start(packed);
    try {
      const order = ["1", "79", "1", "79", "82", "1", "82", "79"];
      for (const wanted of order) {
        const results = await runContract(program.url, { quarantine: false, cases: contractCases.filter(({ id }) => id === wanted) });
        expect(results.filter(({ passed }) => !passed)).toEqual([]);
      }
    } finally {
      await program.stop();
    }
  },
);

// On workerd what a request began ends with it, so that there is nothing left to join.
test.each(runtimesAtHand)(
  "a delivery whose sender went away doesn't hold up its repeat on $name",
  { timeout: 60_000 },
  async ({ start }) => {
    const program = await start(packed);
    const cases = contractCases.filter(({ id }) => id === "79");
    const [hanging] = cases;
    try {
      const body = String(hanging?.request.body);
      const left = fetch(program.url, {
        method: "POST",
        headers: { authorization: "Bearer contract-token" },
        body,
        signal: AbortSignal.timeout(50),
      });
      await expect(left).rejects.toThrow("timeout");
      const results = await runContract(program.url, { quarantine: false, cases });
      expect(results.map(({ actual }) => actual)).toEqual(["503 DEADLINE"]);
      expect(program.isAlive()).toBe(true);
    } finally {
      await program.stop();
    }
  },
);

test("every runtime is at hand", () => {
  // Elsewhere npm leaves out what doesn't run there.
  const expected = process.platform === "linux" && process.arch === "x64" ? runtimes : runtimesAtHand;
  expect(runtimesAtHand.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
});
