import type { Deliver } from "../receiving/deliver.ts";
import { messageKeyOf } from "../readers/message-key-of.ts";

/** Items that can be looked for, as a searchable inbox has them. */
interface SearchableItems {
  list(filter: { readonly messageKey: string; readonly limit: number }): PromiseLike<readonly unknown[]>;
}

/** Delivers nothing, and asks an inbox whether it has the message. */
export function onlyLook(deliver: Deliver | { readonly deliver: Deliver }): Deliver {
  const items = "items" in deliver ? (deliver.items as SearchableItems | undefined) : undefined;
  return async (parsed) => {
    const messageKey = messageKeyOf(parsed);
    if (items === undefined || messageKey === undefined) return "ignored";
    return (await items.list({ messageKey, limit: 1 })).length > 0 ? "duplicate" : "ignored";
  };
}
