import type { Notification } from "../notifications/notification.ts";
import type { NotificationEnvelope } from "../notifications/parsed-notification.ts";

/** What readers read: a notification, or what could be read of an unknown one. */
export type Readable = Notification | NotificationEnvelope;
