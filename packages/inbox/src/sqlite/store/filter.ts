import type { InboxFilter } from "../../inbox/inbox-item.ts";
import { stateNumber } from "./item-row.ts";

/** A filter as SQL over `inbox_item as item`. */
export interface Where {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

const isRunning = "item.state = 0 and exists (select 1 from inbox_lane where lane = item.lane and head = item.id and owner is not null)";

export function whereOf({ state, lane, chat, ids, messageKey, storedBefore, after }: InboxFilter): Where {
  const parts: string[] = ["true"];
  const values: (string | number)[] = [];
  const add = (sql: string, ...more: (string | number)[]): void => {
    parts.push(sql);
    values.push(...more);
  };
  if (state === "running") add(isRunning);
  else if (state === "waiting") add(`item.state = 0 and not (${isRunning})`);
  else if (state !== undefined) add("item.state = ?", stateNumber(state));
  if (lane !== undefined) add("item.lane = ?", lane);
  if (chat !== undefined) add("instr(item.lane, '/') > 0 and substr(item.lane, instr(item.lane, '/') + 1) = ?", chat);
  if (ids !== undefined) add("item.id in (select value from json_each(?))", JSON.stringify(ids.map(Number)));
  if (messageKey !== undefined) add("item.message_key = ?", messageKey);
  if (storedBefore !== undefined) add("item.stored < ?", storedBefore.getTime());
  if (after !== undefined) add("item.id > ?", Number(after));
  return { sql: parts.map((part) => `(${part})`).join(" and "), values };
}
