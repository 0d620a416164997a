import type { NotificationIssue } from "../schema/notification-issue.ts";
import type { InstanceData } from "./instance-data.ts";
import type { Notification } from "./notification.ts";
import type { SenderData } from "./sender-data.ts";

/** The result of `parseNotification`. Narrow it by `kind`. */
export type ParsedNotification = KnownNotification | UnknownNotification | MalformedNotification;

/** A notification of a known kind, with every field that this kind always has. */
export interface KnownNotification {
  readonly kind: "known";
  /**
   * Where everything fits its type, the very object that arrived. Otherwise a copy without the parts that don't fit, or with them converted;
   * unchanged parts are shared with the original. Fields that aren't known yet are on it either way.
   */
  readonly notification: Notification;
  /** The parsed value, as it arrived: the notification, or the queue envelope `{ receiptId, body }` around it. */
  readonly value: unknown;
  /** How the notification differs from what arrived, at most ten issues. Absent where everything fits. */
  readonly issues?: readonly NotificationIssue[];
  /** There are more issues than are listed. */
  readonly issuesOmitted?: true;
}

/** A notification of a kind that isn't known yet, or one of a known kind without a field that this kind always has. */
export interface UnknownNotification {
  readonly kind: "unknown";
  /** As it was sent: may be a known one. */
  readonly typeWebhook: string;
  /** The `messageData.typeMessage`, where there is one. */
  readonly typeMessage?: string;
  /** The common parts, as far as they fit their types. Absent where the value holds none of them. */
  readonly envelope?: NotificationEnvelope;
  /** The parsed value, as it arrived. */
  readonly value: unknown;
  /** How the value differs from its documented type, at most ten issues. Absent where the kind isn't known. */
  readonly issues?: readonly NotificationIssue[];
  /** There are more issues than are listed. */
  readonly issuesOmitted?: true;
}

/** A value that is no notification: no JSON object, or one without a `typeWebhook` that is a string. */
export interface MalformedNotification {
  readonly kind: "malformed";
  /** What is missing; no text in it comes from the value. */
  readonly issues: readonly NotificationIssue[];
  /** The parsed value, as it arrived. */
  readonly value: unknown;
}

/** The parts that notifications have in common, each field only if it fits its type. */
export interface NotificationEnvelope {
  /** As it was sent. */
  readonly typeWebhook: string;
  readonly instanceData?: Partial<InstanceData>;
  readonly senderData?: Partial<SenderData>;
  /** The chat: the sender data's, or one beside it. */
  readonly chatId?: string;
  /** The message's or the call's id. Never turn it into a number. */
  readonly idMessage?: string;
  /** UNIX seconds. */
  readonly timestamp?: number;
}
