import type { DeliverySource, NotificationIssue, ParsedNotification } from "@greenhook/core";

/** A delivery as the inspector saw it. */
export interface InspectedDelivery {
  readonly receivedAt: Date;
  readonly source: DeliverySource;
  /** The HTTP status of the response; for another source, the status that a webhook would have had. */
  readonly status: number;
  /** As in `DeliveryOutcome`, or by the status if the response doesn't say. */
  readonly outcome: string;
  /** Why it was refused, quarantined or failed. */
  readonly code?: string | undefined;
  /** The same in a sentence; for a response that isn't Greenhook's, the start of its body. */
  readonly message?: string | undefined;
  /** Where the JSON is invalid, in UTF-16 code units. */
  readonly position?: number | undefined;
  /** How the notification differs from its documented type, without values. */
  readonly issues: readonly NotificationIssue[];
  readonly durationMilliseconds: number;
  /** Seconds from the notification's timestamp to its arrival. */
  readonly lagSeconds?: number | undefined;
  /** How many times this notification has arrived, including this one. */
  readonly attempt: number;
  readonly remoteAddress?: string | undefined;
  /** Absent if the body wasn't read, or isn't JSON. */
  readonly parsed?: ParsedNotification | undefined;
  /** The number of deliveries, if this stands for several that were refused with the same code within a minute. */
  readonly count?: number | undefined;
}
