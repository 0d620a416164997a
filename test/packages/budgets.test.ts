import { test } from "vitest";
import { expectWithinBudget } from "./budgets/expect-within-budget.ts";
import { quickBudgets } from "./budgets/quick-budgets.ts";

test.each(quickBudgets)("$what: within budget, and the README says how much", { timeout: 60_000 }, async (budget) => {
  expectWithinBudget(budget, await budget.measure());
});
