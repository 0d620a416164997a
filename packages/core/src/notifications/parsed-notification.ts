import type { InstanceData } from "./instance-data.ts";
import type { Notification } from "./notification.ts";
import type { SenderData } from "./sender-data.ts";

/** What `parseNotification` makes of a value. Narrow it by `kind`. */
export type ParsedNotification = KnownNotification | UnknownNotification | MalformedNotification;

/** A notification of a known kind, with everything that kind always has. */
export interface KnownNotification {
  readonly kind: "known";
  /** The object that arrived: validated, never reshaped; fields that aren't known yet are still on it. */
  readonly notification: Notification;
  /** What was parsed: the same object, or the queue envelope `{ receiptId, body }` around it. */
  readonly value: unknown;
}

/** A notification whose `typeWebhook`, or whose `messageData.typeMessage`, isn't known yet. */
export interface UnknownNotification {
  readonly kind: "unknown";
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
  readonly kind: "malformed";
  /** The `typeWebhook`, where it is a known one. */
  readonly typeWebhook?: string;
  /** What is wrong, at most ten of them; no text in them comes from the value. */
  readonly issues: readonly NotificationIssue[];
  /** What was parsed, as it arrived. */
  readonly value: unknown;
}

/** One thing that is wrong with a notification. */
export interface NotificationIssue {
  /** Where: `messageData.options[2].optionName`; `""` for the whole value. */
  readonly path: string;
  /** What, in a sentence without any of the value's content. */
  readonly message: string;
}

/** The parts that notifications have in common, each only if it is there and of the documented type. */
export interface NotificationEnvelope {
  readonly typeWebhook: string;
  readonly instanceData?: InstanceData;
  readonly senderData?: SenderData;
  readonly chatId?: string;
  readonly idMessage?: string;
  readonly timestamp?: number;
}
