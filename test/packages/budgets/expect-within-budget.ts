import { expect } from "vitest";
import { type Budget, rowOf } from "./budget.ts";
import { readBudgetTable } from "./budget-table.ts";

/** What is measured keeps to the budget, and the README says so with the right number. */
export function expectWithinBudget(budget: Budget, measured: number): void {
  const found = readBudgetTable().find(([what]) => what === budget.what);
  const written = Number.parseFloat(found?.[2]?.replaceAll(",", "") ?? "");
  const rounding = 0.51 * 10 ** -budget.decimals;
  const isTrue = Math.abs(written - measured) <= measured * budget.tolerance + rounding;
  const row = rowOf(budget, measured);
  expect(measured).toBeLessThanOrEqual(budget.limit);
  // Else: npm run budgets -- --write
  expect(found).toEqual(isTrue ? [row[0], row[1], found?.[2]] : row);
}
