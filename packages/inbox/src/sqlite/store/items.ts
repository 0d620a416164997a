import type { DatabaseSync } from "node:sqlite";
import type { InboxFilter, InboxItem } from "../../inbox/inbox-item.ts";
import { whereOf } from "./filter.ts";
import { itemColumns, itemFrom } from "./item-row.ts";
import type { Lanes } from "./lanes.ts";

/** Looks at items, and puts them back to wait. */
export interface StoredItems {
  list(filter: InboxFilter): readonly InboxItem[];
  textOf(id: string): string | undefined;
  /** Within a transaction. */
  retry(filter: InboxFilter): number;
}

export function prepareItems(database: DatabaseSync, lanes: Lanes): StoredItems {
  const text = database.prepare("select text from inbox_item where id = ?");
  const reopen =
    database.prepare(`update inbox_item set state = 0, settled = null, attempts = 0, first_attempt = null, deaths = 0, blocks = 0, error = null
    where id = ? and state > 0 and text is not null returning lane`);
  const columns = itemColumns
    .split(", ")
    .map((column) => `item.${column}`)
    .join(", ");

  return {
    list(filter) {
      const { sql, values } = whereOf(filter);
      const select = database.prepare(`select ${columns}, lane.due, lane.owner is not null as running from inbox_item as item
        left join inbox_lane as lane on lane.lane = item.lane and lane.head = item.id where ${sql} order by item.id limit ?`);
      return select.all(...values, filter.limit ?? 100).map(itemFrom);
    },
    textOf: (id) => (text.get(Number(id))?.["text"] as string | null | undefined) ?? undefined,
    retry(filter) {
      // Done ones only where they are named.
      const isNamed = filter.state !== undefined || filter.ids !== undefined;
      const { sql, values } = whereOf(filter);
      const select = database.prepare(
        `select item.id from inbox_item as item where ${sql} and ${isNamed ? "item.state > 0" : "item.state = 2"} order by item.id limit ?`,
      );
      const reopened = select
        .all(...values, filter.limit ?? -1)
        .map((row) => reopen.get(row["id"] as number))
        .filter((row) => row !== undefined);
      for (const row of reopened) lanes.refresh(row["lane"] as string);
      return reopened.length;
    },
  };
}
