import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { isUndecryptable } from "../readers/is-undecryptable.ts";
import { messageKeyOf } from "../readers/message-key-of.ts";

/** How long the key of a message that was delivered is kept: as long as the journals are read back, 8 days. */
export const messageKeyMilliseconds = 691_200_000;

/** The key under which a message or call counts as delivered. A marker isn't the message that follows under its id, so it has none. */
export function deliveredKeyOf(parsed: KnownNotification | UnknownNotification): string | undefined {
  return isUndecryptable(parsed) ? undefined : messageKeyOf(parsed);
}

/** The key of a message that was delivered from a journal, where the notification itself may still arrive. */
export function rebuiltKeyOf(messageKey: string): string {
  return `${messageKey}.journal`;
}
