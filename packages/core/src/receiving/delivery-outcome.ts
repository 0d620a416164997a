import type { ParsedNotification } from "../notifications/parsed-notification.ts";
import { messageDataOf } from "../readers/message-data-of.ts";
import { sentAt } from "../readers/sent-at.ts";
import type { NotificationIssue } from "../schema/notification-issue.ts";
import type { Refusal } from "./refusal.ts";
import type { RunningDelivery } from "./running-deliveries.ts";
import type { WebhookResponse } from "../webhook/webhook-response.ts";

/** What became of one request: for logs, metrics and alerts. Holds nothing of the notification's content. */
export interface DeliveryOutcome {
  /**
   * - `handled`: delivered, 200.
   * - `ignored`: nothing is registered for it, 200. With the code `UNKNOWN_TYPE` its kind isn't even known yet.
   * - `duplicate`: delivered before, 200.
   * - `unknown`: of a kind that isn't known yet, delivered as such, 200.
   * - `quarantined`: can't be accepted, and the quarantine has it, 200.
   * - `refused`: not accepted, 4xx (or 500 `BODY_CONSUMED`): see `code`.
   * - `failed`: the handler or the quarantine failed, 500; the sender tries again in 60 s.
   * - `late`: not done by the deadline, 503; the sender tries again in 60 s.
   */
  readonly outcome: "handled" | "ignored" | "duplicate" | "unknown" | "quarantined" | "refused" | "failed" | "late";
  /** Whether it joined a delivery of the same notification that was still under way. */
  readonly joined: boolean;
  /** The HTTP status that was answered. */
  readonly status: number;
  /** Why it wasn't simply delivered: `AUTH_INVALID`, `JSON`, `SCHEMA`, `HANDLER_FAILED`, …; `UNKNOWN_TYPE` for an unknown kind. */
  readonly code?: string;
  /** The same in a sentence. */
  readonly message?: string;
  /** Where the JSON breaks, counted in UTF-16 units from 0. */
  readonly position?: number;
  /** How a notification differs from its documented type. */
  readonly issues?: readonly NotificationIssue[];
  /** The notification's kind. Absent where none could be read. */
  readonly typeWebhook?: string;
  /** The message's type. Absent where there is no message, and for malformed notifications. */
  readonly typeMessage?: string;
  /** When the request arrived. */
  readonly receivedAt: Date;
  /** From arrival to answer. */
  readonly durationMilliseconds: number;
  /** From the notification's own timestamp to its arrival: grows while a queue is held up. */
  readonly lagSeconds?: number;
  /** Which of the configured tokens matched, counted from 0: tells when the old one may go. */
  readonly tokenIndex?: number;
  /**
   * Where it came from: the socket's other end or, behind trusted proxies of `sourceAddresses`, the address that was judged. Absent where
   * the adapter doesn't know it.
   */
  readonly remoteAddress?: string;
  /** `false` where the source address is not allowed, but mode is `"report"`. Absent without `sourceAddresses`. */
  readonly sourceAllowed?: boolean;
  /**
   * What the handler or the quarantine threw, untouched: this is the only place where it shows. What is thrown after the deadline shows only
   * where a repeat has joined the run by then.
   */
  readonly error?: unknown;
}

/** An answer, and what it stands for. */
export interface Answer {
  readonly outcome: DeliveryOutcome["outcome"];
  readonly response: WebhookResponse;
  readonly refusal?: Refusal;
}

/** How far a request got, for the outcome and the deadline alone. */
export interface Seen {
  tokenIndex: number | undefined;
  sourceAllowed: boolean | undefined;
  remoteAddress: string | undefined;
  parsed: ParsedNotification | undefined;
  run: RunningDelivery | undefined;
  /** Whether the deadline has passed: what isn't being delivered by then never is. */
  late: boolean;
}

/** Puts the outcome of a request together. Only called where somebody asked for it. */
export function describeOutcome(
  { outcome, response, refusal }: Answer,
  seen: Seen,
  receivedAt: Date,
  durationMilliseconds: number,
): DeliveryOutcome {
  const { parsed, remoteAddress } = seen;
  const failed = outcome === "failed";
  const issues = refusal?.issues ?? parsed?.issues;
  return {
    outcome,
    joined: seen.run?.joined ?? false,
    status: response.status,
    ...(refusal === undefined ? undefined : { code: refusal.code, message: refusal.message }),
    ...(refusal === undefined && parsed?.kind === "unknown" ? { code: "UNKNOWN_TYPE" } : undefined),
    ...(refusal?.position === undefined ? undefined : { position: refusal.position }),
    ...(issues === undefined ? undefined : { issues }),
    ...(parsed === undefined ? undefined : describeKind(parsed, receivedAt)),
    receivedAt,
    durationMilliseconds,
    ...(seen.tokenIndex === undefined ? undefined : { tokenIndex: seen.tokenIndex }),
    ...(remoteAddress === undefined ? undefined : { remoteAddress }),
    ...(seen.sourceAllowed === undefined ? undefined : { sourceAllowed: seen.sourceAllowed }),
    ...(failed ? { error: refusal?.cause } : undefined),
  };
}

function describeKind(parsed: ParsedNotification, receivedAt: Date): Pick<DeliveryOutcome, "typeWebhook" | "typeMessage" | "lagSeconds"> {
  if (parsed.kind === "malformed") return {};
  const sent = parsed.kind === "known" ? sentAt(parsed.notification) : parsed.envelope === undefined ? undefined : sentAt(parsed.envelope);
  const lag = sent === undefined ? undefined : { lagSeconds: (receivedAt.getTime() - sent.getTime()) / 1000 };
  if (parsed.kind === "unknown") {
    const { typeWebhook, typeMessage } = parsed;
    return { typeWebhook, ...(typeMessage === undefined ? undefined : { typeMessage }), ...lag };
  }
  const { typeWebhook } = parsed.notification;
  const typeMessage = messageDataOf(parsed.notification)?.typeMessage;
  return { typeWebhook, ...(typeMessage === undefined ? undefined : { typeMessage }), ...lag };
}
