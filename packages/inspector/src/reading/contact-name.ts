import type { ContactCard } from "@greenhook/core";

/** The name on a contact card, in whichever field the messenger puts it, else the number; empty if it has neither. */
export function contactName({ displayName, firstName, lastName, phoneContact, phoneNumber }: ContactCard): string {
  return displayName || [firstName, lastName].filter(Boolean).join(" ") || phoneContact || phoneNumber || "";
}
