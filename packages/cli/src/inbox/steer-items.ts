import { CommandFailure, exitCode } from "../command-failure.ts";
import type { Output } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";
import { filterOf, type FilterOptions } from "./item-filter.ts";
import { maskContent } from "./mask-item.ts";
import type { OpenInbox } from "./open-inbox.ts";
import { printItem } from "./print-items.ts";

export interface ListOptions extends FilterOptions {
  /** An item's id. */
  readonly after?: string;
  readonly limit: number;
  readonly unmasked: boolean;
}

/** `greenhook inbox list`: items, the oldest first, without their content. */
export async function listItems(inbox: OpenInbox, options: ListOptions, output: Output): Promise<void> {
  // One more tells whether there are more.
  const { after, limit, unmasked } = options;
  const items = await inbox.items.list({ ...filterOf(options), limit: limit + 1, ...(after === undefined ? undefined : { after }) });
  const shown = items.slice(0, limit);
  for (const item of shown) printItem(item, output, !unmasked);
  if (items.length === 0) output.line("No such items");
  if (items.length > limit) output.line(`There are more: --after ${shown.at(-1)!.id} lists them, --limit more at once`);
}

/** `greenhook inbox show`: an item and its notification. @throws {CommandFailure} there is no such item */
export async function showItem(inbox: OpenInbox, id: string, { unmasked }: { readonly unmasked: boolean }, output: Output): Promise<void> {
  const [item] = await inbox.items.list({ ids: [id], limit: 1 });
  if (item === undefined) throw new CommandFailure(`There is no item "${id}"`);
  const text = await inbox.items.textOf(id);
  const notification = text === undefined ? undefined : (JSON.parse(text) as unknown);
  const shown = unmasked ? notification : maskContent(notification);
  printItem(item, output, !unmasked);
  if (text === undefined) output.line("Its text is gone: it was erased, or was done more than 25 hours ago");
  else if (unmasked) output.line(printableLines(text));
  else output.line(printableLines(JSON.stringify(shown, undefined, 2)));
  if (notification !== undefined) output.object({ notification: shown });
}

/** `greenhook inbox retry`: puts items back to wait. @throws {CommandFailure} nothing was chosen */
export async function retryItems(inbox: OpenInbox, ids: readonly string[], options: FilterOptions, output: Output): Promise<void> {
  const filter = filterOf(options, ids);
  requireCriterion(filter, "retry", "ids, --dead or --chat");
  const retried = await inbox.items.retry(filter);
  output.line(`Put back to wait, with as many attempts as a new one: ${retried}`);
  output.object({ retried });
  reportMissing(ids.length - retried, "running or waiting already, or their text is gone", output);
}

/** `greenhook inbox erase`: erases items for good. @throws {CommandFailure} nothing was chosen */
export async function eraseItems(inbox: OpenInbox, ids: readonly string[], options: FilterOptions, output: Output): Promise<void> {
  const filter = filterOf(options, ids);
  requireCriterion(filter, "erase", "ids, --chat, a state or --older-than");
  const erased = await output.during("Erasing …", inbox.items.erase(filter));
  output.line(`Erased: ${erased}; backups, and what handlers wrote elsewhere, are yours to erase`);
  output.object({ erased });
  reportMissing(ids.length - erased, "not there, or erased before", output);
}

function requireCriterion(filter: object, action: string, criteria: string): void {
  if (Object.keys(filter).length === 0) throw new CommandFailure(`Cannot ${action}: say which items, by ${criteria}`);
}

function reportMissing(count: number, why: string, output: Output): void {
  if (count <= 0) return;
  output.line(`Left as they are: ${count}, ${why}`);
  process.exitCode = exitCode.attention;
}

/** Line breaks of the JSON stay. */
function printableLines(text: string): string {
  return text
    .split("\n")
    .map((line) => printable(line, Infinity))
    .join("\n");
}
