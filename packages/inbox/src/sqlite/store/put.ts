import type { DatabaseSync } from "node:sqlite";
import type { NewItem, PutResult } from "../../engine/new-item.ts";
import type { Clock } from "./clock.ts";
import type { Lanes } from "./lanes.ts";

/** Stores an item, within a transaction, unless it is a duplicate. */
export function preparePut(database: DatabaseSync, clock: Clock, lanes: Lanes): (item: NewItem) => PutResult {
  const counts = "(state = 0 or settled + keep > ?) limit 1";
  const sameKey = database.prepare(`select 1 from inbox_item where key = ? and ${counts}`);
  const sameMessage = database.prepare(`select 1 from inbox_item where message_key = ? and ${counts}`);
  const sameMessageOfJournal = database.prepare(
    `select 1 from inbox_item where message_key = ? and origin = 'journal' and plain = 1 and ${counts}`,
  );
  const insert = database.prepare(`insert into inbox_item
    (key, message_key, lane, kind, plain, origin, missing, text, traceparent, received, stored, keep)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);

  /** A journal's row can't give the key, so its item is compared by message; a webhook's edit or vote isn't what a journal's row stands for. */
  function isDuplicate({ key, messageKey, origin, plain }: NewItem, now: number): boolean {
    if (sameKey.get(key, now) !== undefined) return true;
    if (messageKey === undefined) return false;
    if (origin === "journal") return sameMessage.get(messageKey, now) !== undefined;
    return plain && sameMessageOfJournal.get(messageKey, now) !== undefined;
  }

  return (item) => {
    const now = clock();
    if (isDuplicate(item, now)) return "duplicate";
    const { lastInsertRowid } = insert.run(
      item.key,
      item.messageKey ?? null,
      item.lane,
      item.typeWebhook,
      item.plain ? 1 : 0,
      item.origin,
      item.missing === undefined ? null : JSON.stringify(item.missing),
      item.text,
      item.traceparent ?? null,
      item.receivedAt.getTime(),
      now,
      item.keepMilliseconds,
    );
    lanes.append(item.lane, lastInsertRowid);
    return "stored";
  };
}
