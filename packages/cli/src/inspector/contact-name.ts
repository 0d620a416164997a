import type { ContactCard } from "@greenhook/core";

/** The name on a contact card, wherever the messenger puts it, or else its number; empty where it has neither. */
export function contactName({ displayName, firstName, lastName, phoneContact, phoneNumber }: ContactCard): string {
  return displayName || [firstName, lastName].filter(Boolean).join(" ") || phoneContact || phoneNumber || "";
}
