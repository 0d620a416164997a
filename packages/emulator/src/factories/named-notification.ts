import type { Notification } from "@greenhook/core/types";

/** A notification, and what it is an example of. */
export interface NamedNotification {
  /** Its factory, and the variant if there are several: `textMessage`, `pollMessage 2023`. */
  readonly name: string;
  /** The notification itself. */
  readonly notification: Notification;
}
