import type { InboxItem } from "@greenhook/inbox";
import { CommandFailure } from "../command-failure.ts";

/** A line of an export: an item that was waiting or dead, and its text. */
export interface MovedItem extends Pick<InboxItem, "key" | "lane" | "typeWebhook" | "origin" | "attempt" | "lastError"> {
  readonly state: "waiting" | "dead";
  /** ISO 8601. */
  readonly storedAt: string;
  readonly text: string;
}

export function movedLine(item: InboxItem, state: MovedItem["state"], text: string): string {
  const { key, lane, typeWebhook, origin, storedAt, attempt, lastError } = item;
  const moved: MovedItem = {
    state,
    key,
    lane,
    typeWebhook,
    origin,
    storedAt: storedAt.toISOString(),
    attempt,
    ...(lastError === undefined ? undefined : { lastError }),
    text,
  };
  return `${JSON.stringify(moved)}\n`;
}

/** @throws {CommandFailure} it isn't a line of an export; the message names its number, not its content */
export function readMovedLine(line: string, number: number): MovedItem {
  const refuse = (why: string): never => {
    throw new CommandFailure(`Cannot import: line ${number} isn't of an export: ${why}`);
  };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    refuse("it isn't JSON");
  }
  if (typeof value !== "object" || value === null) refuse("it must be a JSON object");
  const item = value as MovedItem;
  for (const name of ["key", "lane", "origin", "storedAt", "text"] as const)
    if (typeof item[name] !== "string") refuse(`"${name}" must be a string`);
  if (item.state !== "waiting" && item.state !== "dead") refuse('"state" must be "waiting" or "dead"');
  if (Number.isNaN(Date.parse(item.storedAt))) refuse('"storedAt" must be a date');
  return item;
}
