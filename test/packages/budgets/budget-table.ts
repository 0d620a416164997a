import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const readme = fileURLToPath(new URL("../../../README.md", import.meta.url));
const markers = { from: "<!-- budgets: npm run budgets -- --write -->\n", to: "<!-- end of budgets -->" };

/** The lines of the README's table between its two markers, as cells. */
export function readBudgetTable(): readonly (readonly string[])[] {
  const { text, start, end } = place();
  const lines = text.slice(start, end).trim().split("\n").slice(2);
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

/** Puts these lines in place of the ones that are there. */
export function writeBudgetTable(rows: readonly (readonly string[])[]): void {
  const { text, start, end } = place();
  const lines = [["What", "Budget", "Now"], ["---", "---:", "---:"], ...rows].map((cells) => `| ${cells.join(" | ")} |\n`);
  writeFileSync(readme, `${text.slice(0, start)}\n${lines.join("")}\n${text.slice(end)}`);
}

function place(): { text: string; start: number; end: number } {
  const text = readFileSync(readme, "utf8");
  const [from, end] = [text.indexOf(markers.from), text.indexOf(markers.to)];
  if (from < 0 || end < from) throw new Error(`Cannot find the table of budgets in ${readme}: the markers are gone`);
  return { text, start: from + markers.from.length, end };
}
