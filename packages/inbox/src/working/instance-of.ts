import type { InboxItem } from "../inbox/inbox-item.ts";

/** The instance that an item's key names: `1.<idInstance>.<digest>`. */
export function instanceOf({ key }: InboxItem): string | undefined {
  return key.split(".")[1] || undefined;
}
