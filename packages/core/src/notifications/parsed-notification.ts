import type { NotificationIssue } from "../schema/notification-issue.ts";
import type { InstanceData } from "./instance-data.ts";
import type { Notification } from "./notification.ts";
import type { SenderData } from "./sender-data.ts";

/** What `parseNotification` makes of a value. Narrow it by `kind`. */
export type ParsedNotification = KnownNotification | UnknownNotification | MalformedNotification;

/** A notification of a known kind, with everything that kind always has. */
export interface KnownNotification {
  /** Tells the three results apart. */
  readonly kind: "known";
  /** The object that arrived: validated, never reshaped; fields that aren't known yet are still on it. */
  readonly notification: Notification;
  /** What was parsed: the same object, or the queue envelope `{ receiptId, body }` around it. */
  readonly value: unknown;
}

/** A notification whose `typeWebhook`, or whose `messageData.typeMessage`, isn't known yet. */
export interface UnknownNotification {
  /** Tells the three results apart. */
  readonly kind: "unknown";
  /** The kind as it was sent, which may be a known one with a `typeMessage` that is not. */
  readonly typeWebhook: string;
  /** The `messageData.typeMessage`, where there is one. */
  readonly typeMessage?: string;
  /** What could be read of the common parts. Absent where the value holds none of them. */
  readonly envelope?: NotificationEnvelope;
  /** What was parsed, as it arrived. */
  readonly value: unknown;
}

/** A value that is no notification, or one of a known kind without what that kind always has. */
export interface MalformedNotification {
  /** Tells the three results apart. */
  readonly kind: "malformed";
  /** The `typeWebhook`, where it is a known one. */
  readonly typeWebhook?: string;
  /** What is wrong, at most ten of them; no text in them comes from the value. */
  readonly issues: readonly NotificationIssue[];
  /** What was parsed, as it arrived. */
  readonly value: unknown;
}

/** The parts that notifications have in common, each only if it is there and of the documented type. */
export interface NotificationEnvelope {
  /** The kind as it was sent. */
  readonly typeWebhook: string;
  /** The instance it belongs to. Absent unless it has an `idInstance`, and nothing in it is of another type than documented. */
  readonly instanceData?: InstanceData;
  /** Who wrote it, in which chat. Absent unless it has a `chatId`, and nothing in it is of another type than documented. */
  readonly senderData?: SenderData;
  /** The chat: the sender data's, or one beside it. */
  readonly chatId?: string;
  /** The message's or the call's id. Never turn it into a number. */
  readonly idMessage?: string;
  /** When it happened, UNIX seconds. */
  readonly timestamp?: number;
}
