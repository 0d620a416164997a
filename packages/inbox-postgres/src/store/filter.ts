import type { InboxFilter } from "@greenhook/inbox";
import { stateNumber } from "./item-row.ts";

/** A filter as SQL over the items as `i`. */
export interface Where {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export function whereOf(queue: string, { state, lane, chat, ids, messageKey, storedBefore, after }: InboxFilter): Where {
  const values: unknown[] = [queue];
  const parts: string[] = ["i.queue = $1"];
  const add = (sql: (parameter: string) => string, value: unknown): void => {
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  if (state === "running") parts.push("i.state = 0 and i.worker is not null");
  else if (state === "waiting") parts.push("i.state = 0 and i.worker is null");
  else if (state !== undefined) add((parameter) => `i.state = ${parameter}`, stateNumber(state));
  if (lane !== undefined) add((parameter) => `i.lane = ${parameter}`, lane);
  if (chat !== undefined) add((parameter) => `strpos(i.lane, '/') > 0 and substr(i.lane, strpos(i.lane, '/') + 1) = ${parameter}`, chat);
  if (ids !== undefined) add((parameter) => `i.id = any(${parameter}::bigint[])`, ids.filter(isId));
  if (messageKey !== undefined) add((parameter) => `i.message_key = ${parameter}`, messageKey);
  if (storedBefore !== undefined) add((parameter) => `i.stored < ${parameter}`, storedBefore);
  if (after !== undefined) add((parameter) => `i.id > ${parameter}::bigint`, isId(after) ? after : null);
  return { sql: parts.map((part) => `(${part})`).join(" and "), values };
}

/** Whether a text can be an item's id: up to 18 digits fit into 64 bits. */
export function isId(id: string): boolean {
  return /^\d{1,18}$/.test(id);
}
