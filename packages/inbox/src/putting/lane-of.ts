import { chatOf, keyOf, type KnownNotification, type UnknownNotification } from "@greenhook/core";

/**
 * The lane of a notification: `<idInstance>/<chatId>`, or `<idInstance>` where there is no chat. Messages, their statuses and edits, and calls of one
 * chat share it.
 *
 * @example
 * const groupId = laneOf(parsed);
 */
export function laneOf(parsed: KnownNotification | UnknownNotification): string {
  // A key is `1.<idInstance>.<digest>`.
  const instance = keyOf(parsed).split(".")[1] ?? "0";
  const chat = chatOf(parsed);
  return chat === undefined ? instance : `${instance}/${chat}`;
}
