import { maskText } from "./mask-text.ts";
import type { DeliveryRow } from "./page/inspector-messages.ts";

/** A row with phone numbers and secrets masked. */
export function maskRow(row: DeliveryRow): DeliveryRow {
  const mask = (text: string | undefined): string | undefined => (text === undefined ? undefined : maskText(text));
  return { ...row, chat: mask(row.chat), sender: mask(row.sender), name: mask(row.name), text: mask(row.text) };
}
