import type { NotificationIssue } from "../schema/notification-issue.ts";
import type { NotificationFacts } from "./notification-facts.ts";
import type { Outcome, Receipt } from "./receipt.ts";
import type { OutcomeCode } from "./refusal.ts";

/** What became of one arrival: for logs, metrics and alerts. Holds nothing of the notification's content. */
export interface DeliveryOutcome {
  /** Random, made for each arrival: the same as `DeliveryContext.id`, unless it joined a run. */
  readonly id: string;
  /**
   * - `handled`: delivered, 200.
   * - `ignored`: nothing is registered for it, 200. With the code `UNKNOWN_TYPE` its kind isn't known yet; with `SCHEMA` it differs too much from
   *   its kind, nobody took it, and there is no quarantine: it is gone.
   * - `duplicate`: delivered before, 200.
   * - `stored`: the store behind `deliver` has it, 200.
   * - `unknown`: delivered as unknown, 200.
   * - `quarantined`: can't be delivered, and the quarantine has it, 200.
   * - `refused`: not accepted, 4xx (or 500 `BODY_CONSUMED`): see `code`.
   * - `failed`: the handler or the quarantine failed, 500, or there is no token to compare with, 503; the sender tries again in 60 s.
   * - `late`: not done by the deadline, 503; the sender tries again in 60 s.
   */
  readonly outcome: Outcome;
  /** Whether it joined a run of the same notification that was in flight. */
  readonly joined: boolean;
  /** The HTTP status of the response. Absent where it didn't arrive by HTTP. */
  readonly status?: number;
  /** Why it wasn't simply delivered: `AUTH_INVALID`, `JSON`, `SCHEMA`, `HANDLER_FAILED`, …; `UNKNOWN_TYPE` for an unknown kind. */
  readonly code?: OutcomeCode;
  /** The same in a sentence. */
  readonly message?: string;
  /** Where the JSON breaks, in UTF-16 units from 0. */
  readonly position?: number;
  /** Where a notification differs from its kind, without values: the first 10. */
  readonly issues?: readonly NotificationIssue[];
  /** Set where there are more than 10 issues. */
  readonly issuesOmitted?: true;
  /** The notification's kind. Absent where none could be read, or it isn't 1 to 128 printable ASCII characters; so are the next three. */
  readonly typeWebhook?: string;
  /** The message's type. Absent where there is no message. */
  readonly typeMessage?: string;
  /** The instance, in digits. */
  readonly idInstance?: string;
  /** The notification's `idMessage`. */
  readonly idMessage?: string;
  readonly receivedAt: Date;
  /** From arrival to response. */
  readonly durationMilliseconds: number;
  /** From the notification's own timestamp to its arrival: grows while a queue is held up. */
  readonly lagSeconds?: number;
  /** Which of the configured tokens matched, counted from 0: tells when the old one may go. */
  readonly tokenIndex?: number;
  /** What the `token` function threw when this request called it, or waited for its call. */
  readonly tokenError?: unknown;
  /**
   * The other end of the socket or, behind trusted proxies of `sourceAddresses`, the address that was judged. Absent where the adapter doesn't
   * know it.
   */
  readonly remoteAddress?: string;
  /** `false` where the source address is not allowed, but mode is `"report"`. Absent without `sourceAddresses`. */
  readonly sourceAllowed?: boolean;
  /**
   * The error that the handler or the quarantine threw, untouched: this is the only place where it shows. An error thrown after the deadline shows
   * only where a redelivery has joined the run by then, and is logged otherwise. With `INCOMPLETE` and `BODY_CONSUMED`: why the body couldn't be read. With `TOKEN_UNAVAILABLE`:
   * what the `token` function threw last.
   */
  readonly error?: unknown;
}

/** What a receipt doesn't say. */
export interface OutcomeDetails extends Pick<DeliveryOutcome, "receivedAt" | "durationMilliseconds"> {
  readonly facts: NotificationFacts | undefined;
  readonly status?: number | undefined;
  readonly tokenIndex?: number | undefined;
  readonly tokenError?: unknown;
  readonly remoteAddress?: string | undefined;
  readonly sourceAllowed?: boolean | undefined;
}

/** In loops: with rest and spread the garbage of it cost more than all else of a delivery. */
export function describeOutcome(receipt: Receipt, details: OutcomeDetails): DeliveryOutcome {
  const { facts, receivedAt } = details;
  const lagSeconds = facts?.sentAt && (receivedAt.getTime() - facts.sentAt.getTime()) / 1000;
  const outcome: Record<string, unknown> = {};
  // An error that is `undefined` was thrown nevertheless.
  for (const [name, value] of Object.entries(receipt)) if (name !== "parsed") outcome[name] = value;
  for (const part of [facts ?? {}, details, { lagSeconds }])
    for (const [name, value] of Object.entries(part))
      if (value !== undefined && name !== "sentAt" && name !== "facts") outcome[name] = value;
  // Together they have its fields.
  return outcome as unknown as DeliveryOutcome;
}
