import type { NotificationIssue } from "../schema/notification-issue.ts";
import type { InstanceData } from "./instance-data.ts";
import type { Notification } from "./notification.ts";
import type { SenderData } from "./sender-data.ts";

/** The result of `parseNotification`. Narrow it by `kind`. */
export type ParsedNotification = KnownNotification | UnknownNotification | MalformedNotification;

/** A notification of a known kind, with every field that this kind always has. */
export interface KnownNotification {
  readonly kind: "known";
  /** The object that arrived: validated, never reshaped; fields that aren't known yet are still on it. */
  readonly notification: Notification;
  /** The parsed value: the same object, or the queue envelope `{ receiptId, body }` around it. */
  readonly value: unknown;
}

/** A notification whose `typeWebhook`, or whose `messageData.typeMessage`, isn't known yet. */
export interface UnknownNotification {
  readonly kind: "unknown";
  /** The kind as it was sent, which may be a known one with a `typeMessage` that is not. */
  readonly typeWebhook: string;
  readonly typeMessage?: string;
  /** The common parts that could be read. Absent where the value holds none of them. */
  readonly envelope?: NotificationEnvelope;
  /** The parsed value, as it arrived. */
  readonly value: unknown;
}

/** A value that is no notification, or one of a known kind without a field that this kind always has. */
export interface MalformedNotification {
  readonly kind: "malformed";
  readonly typeWebhook?: string;
  /** At most ten; no text in them comes from the value. */
  readonly issues: readonly NotificationIssue[];
  /** The parsed value, as it arrived. */
  readonly value: unknown;
}

/** The parts that notifications have in common, each only if it is there and of the documented type. */
export interface NotificationEnvelope {
  readonly typeWebhook: string;
  /** Absent unless it has an `idInstance`, and nothing in it is of another type than documented. */
  readonly instanceData?: InstanceData;
  /** Absent unless it has a `chatId`, and nothing in it is of another type than documented. */
  readonly senderData?: SenderData;
  /** The chat: the sender data's, or one beside it. */
  readonly chatId?: string;
  /** The message's or the call's id. Never turn it into a number. */
  readonly idMessage?: string;
  /** UNIX seconds. */
  readonly timestamp?: number;
}
