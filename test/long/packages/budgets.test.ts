import { afterAll, test } from "vitest";
import { rowOf } from "../../packages/budgets/budget.ts";
import { writeBudgetTable } from "../../packages/budgets/budget-table.ts";
import { expectWithinBudget } from "../../packages/budgets/expect-within-budget.ts";
import { quickBudgets } from "../../packages/budgets/quick-budgets.ts";
import { slowBudgets } from "./slow-budgets.ts";

// npm run budgets -- --write writes the README's table instead of comparing with it.
const writes = process.env["GREENHOOK_BUDGETS"] === "write";
const rows: (readonly [string, string, string])[] = [];

test.each([...quickBudgets, ...slowBudgets])("$what", async (budget) => {
  const measured = await budget.measure();
  rows.push(rowOf(budget, measured));
  if (!writes) expectWithinBudget(budget, measured);
});

afterAll(() => {
  console.table(rows);
  if (writes) writeBudgetTable(rows);
});
