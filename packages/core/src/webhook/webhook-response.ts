import type { Outcome, Receipt } from "../receiving/receipt.ts";
import { refusals, type RefusalCode } from "../receiving/refusal.ts";

/** An HTTP response, for an adapter to send as it is. */
export interface WebhookResponse {
  /** The HTTP status: 200 only for what the handler or the quarantine has. */
  readonly status: number;
  /** Names in lower case. No `content-length`: the adapter knows the length of the body in bytes. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON in ASCII, or empty. */
  readonly body: string;
  /** Whether part of the request was left unread, so that the connection can't serve another request. */
  readonly closeConnection: boolean;
}

const json = { "content-type": "application/json" } as const;

/** The responses to what was accepted: constants, since the sender looks at the status alone. */
const accepted: Readonly<Partial<Record<Outcome, WebhookResponse>>> = Object.fromEntries(
  ["handled", "ignored", "duplicate", "stored", "unknown"].map((outcome) => [outcome, ok({ outcome })]),
);

/** What the sender is told. */
export function responseTo(receipt: Receipt, method: string, leavesBodyUnread = false): WebhookResponse {
  const { outcome, code, message, position } = receipt;
  const constant = accepted[outcome];
  if (constant !== undefined) return constant;
  // The reason helps those who send a sample by hand.
  if (outcome === "quarantined") return ok({ quarantined: code, message, position });
  // A receipt that accepts nothing has a code of a refusal.
  const { status, headers } = refusals[(code ?? "INTERNAL") as RefusalCode];
  return {
    status,
    headers: { ...json, ...headers },
    body: method === "HEAD" ? "" : JSON.stringify({ code, message, position }),
    closeConnection: leavesBodyUnread,
  };
}

function ok(details: object): WebhookResponse {
  return { status: 200, headers: json, body: JSON.stringify({ ok: true, ...details }), closeConnection: false };
}
