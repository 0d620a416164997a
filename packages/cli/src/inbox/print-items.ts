import type { InboxItem } from "@greenhook/inbox";
import type { Output } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";
import { style } from "../terminal/style.ts";
import { maskItem } from "./mask-item.ts";

/** Prints an item as a line, with another one for its attempts, or as an object. */
export function printItem(item: InboxItem, output: Output, isMasked: boolean): void {
  const shown = isMasked ? maskItem(item) : item;
  const { id, state, storedAt, typeWebhook, lane, attempt, dueAt, lastError } = shown;
  const name = `${printable(typeWebhook, 200)}  ${printable(lane, 200)}`.trimEnd();
  output.line(`${id.padStart(6)}  ${style(colours[state], state.padEnd(7))}  ${timeOf(storedAt)}  ${name}`);
  if (attempt > 0) {
    const due = dueAt === undefined ? "" : `, the next at ${timeOf(dueAt)}`;
    output.line(`${" ".repeat(17)}attempt ${attempt}${due}${lastError === undefined ? "" : `: ${printable(lastError, 600)}`}`);
  }
  output.object(shown);
}

const colours = { waiting: "yellow", running: "cyan", done: "green", dead: "red" } as const;

/** In UTC, to the second. */
function timeOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
