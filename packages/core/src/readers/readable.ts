import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, NotificationEnvelope, UnknownNotification } from "../notifications/parsed-notification.ts";

/**
 * The input of readers: a notification, a result of `parseNotification`, or an unknown one's envelope. Of an unknown result they read the value
 * that arrived, each field only if it is of the documented type.
 */
export type Readable = Notification | KnownNotification | UnknownNotification | NotificationEnvelope;
