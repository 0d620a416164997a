import type { KnownNotification, ParsedNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import type { NotificationIssue } from "../schema/notification-issue.ts";
import { isPrintable } from "./notification-facts.ts";
import type { OutcomeCode, Refusal } from "./refusal.ts";

/**
 * What became of an arrival:
 *
 * - `handled`: delivered.
 * - `ignored`: nothing is registered for it, or nobody took it. With the code `UNKNOWN_TYPE` its kind isn't known yet; with `SCHEMA` it differs
 *   too much from its kind, and there is no quarantine.
 * - `duplicate`: delivered before.
 * - `stored`: a store has it, and a worker delivers it later.
 * - `unknown`: delivered as unknown.
 * - `quarantined`: can't be delivered, and the quarantine has it.
 * - `refused`: not accepted; `code` says why.
 * - `failed`: the handler or the quarantine failed.
 * - `late`: not done by the deadline.
 */
export type Outcome = "handled" | "ignored" | "duplicate" | "stored" | "unknown" | "quarantined" | "refused" | "failed" | "late";

/** What {@link Receiver.receive} resolves to. */
export interface Receipt {
  /** The arrival's id. */
  readonly id: string;
  readonly outcome: Outcome;
  /** Whether it joined a run of the same notification that was in flight. */
  readonly joined: boolean;
  /** Why it wasn't simply delivered. */
  readonly code?: OutcomeCode;
  /** The same in a sentence, without any content. */
  readonly message?: string;
  /** Where the JSON breaks, in UTF-16 units from 0. */
  readonly position?: number;
  /** Where a notification differs from its kind, without values: the first 10. */
  readonly issues?: readonly NotificationIssue[];
  /** Set where there are more than 10. */
  readonly issuesOmitted?: true;
  /** What the handler or the quarantine threw, untouched; or why a body couldn't be read. */
  readonly error?: unknown;
  /** Absent where the body is no JSON object. */
  readonly parsed?: ParsedNotification;
}

/** The receipt of what was delivered, or wanted by nobody. */
export function acceptedReceipt(parsed: KnownNotification | UnknownNotification, outcome: Outcome, id: string, joined: boolean): Receipt {
  const { issues, issuesOmitted } = parsed;
  return {
    id,
    outcome,
    joined,
    ...(parsed.kind === "unknown" ? unknownCode(parsed) : undefined),
    ...(issues === undefined ? undefined : { issues }),
    ...(issuesOmitted === undefined ? undefined : { issuesOmitted }),
    parsed,
  };
}

/** One of a known kind that differs too much, or of a kind that isn't known yet. */
function unknownCode({ typeWebhook, issues }: UnknownNotification): Pick<Receipt, "code" | "message"> {
  return issues === undefined ? { code: "UNKNOWN_TYPE" } : { code: "SCHEMA", message: schemaMessage(typeWebhook, issues) };
}

/** Says the first issue in a sentence. A kind's own name is said where it is fit for a log. */
export function schemaMessage(typeWebhook: string | undefined, [first]: readonly NotificationIssue[]): string {
  const what = isPrintable(typeWebhook) ? `notification "${typeWebhook}"` : "notification";
  const why = first === undefined ? "" : `: ${first.path === "" ? "the whole" : `field "${first.path}"`} ${first.message}`;
  return `Cannot parse ${what}${why}`;
}

/** The receipt of a refusal. */
export function refusedReceipt(refusal: Refusal, id: string): Receipt {
  const { code, message, position, issues, issuesOmitted, cause } = refusal;
  return {
    id,
    outcome: outcomeOf(refusal),
    joined: false,
    code,
    message,
    ...(position === undefined ? undefined : { position }),
    ...(issues === undefined ? undefined : { issues }),
    ...(issuesOmitted === undefined ? undefined : { issuesOmitted }),
    ...("cause" in refusal ? { error: cause } : undefined),
  };
}

function outcomeOf({ code }: Refusal): Outcome {
  if (code === "DEADLINE") return "late";
  return code === "HANDLER_FAILED" || code === "QUARANTINE_FAILED" || code === "TOKEN_UNAVAILABLE" || code === "INTERNAL"
    ? "failed"
    : "refused";
}
