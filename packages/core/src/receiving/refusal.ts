import type { NotificationIssue } from "../schema/notification-issue.ts";

/**
 * Why a delivery isn't accepted: a step throws it, and the one `catch` of the receiver, or of the webhook handler, turns it into a receipt.
 * Its text is ours alone: nothing that came in gets into it.
 */
export class Refusal extends Error {
  override readonly name = "Refusal" as const;
  readonly code: RefusalCode;
  /** Where in the text, counted in UTF-16 units from 0. */
  readonly position?: number;
  readonly issues?: readonly NotificationIssue[];
  readonly issuesOmitted?: true;
  /** What there is to keep. A refusal that has it may go to the quarantine. */
  readonly rejected?: Rejected;
  readonly leavesBodyUnread: boolean;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(details.message ?? refusals[code].message, "cause" in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.leavesBodyUnread = details.leavesBodyUnread ?? false;
    if (details.position !== undefined) this.position = details.position;
    if (details.issues !== undefined) this.issues = details.issues;
    if (details.issuesOmitted !== undefined) this.issuesOmitted = details.issuesOmitted;
    if (details.rejected !== undefined) this.rejected = details.rejected;
  }
}

/** A delivery as the quarantine gets it: the bytes, or what a body parser made of them. */
export type Rejected = { readonly bytes: Uint8Array } | { readonly value: unknown };

interface RefusalDetails {
  readonly message?: string;
  readonly position?: number | undefined;
  readonly issues?: readonly NotificationIssue[] | undefined;
  readonly issuesOmitted?: true | undefined;
  readonly rejected?: Rejected;
  readonly leavesBodyUnread?: boolean;
  readonly cause?: unknown;
}

/**
 * Why a delivery wasn't simply accepted. The codes are final: alerts can be built on them. All but `UNKNOWN_TYPE` (a `typeWebhook` or `typeMessage`
 * that isn't known yet: delivered as unknown) are the `code` of a response too.
 */
export type OutcomeCode =
  | "UNKNOWN_TYPE"
  | "METHOD"
  | "IP_DENIED"
  | "AUTH_MISSING"
  | "AUTH_MALFORMED"
  | "AUTH_AMBIGUOUS"
  | "AUTH_INVALID"
  | "TOKEN_UNAVAILABLE"
  | "TOO_LARGE"
  | "BODY_CONSUMED"
  | "INCOMPLETE"
  | "ENCODING"
  | "BODY_EMPTY"
  | "UTF8"
  | "JSON"
  | "DEPTH"
  | "POISON_KEY"
  | "SHAPE"
  | "SCHEMA"
  | "HANDLER_FAILED"
  | "QUARANTINE_FAILED"
  | "DEADLINE"
  | "INTERNAL";

/** The codes of what isn't accepted. */
export type RefusalCode = Exclude<OutcomeCode, "UNKNOWN_TYPE">;

const challenge = { "www-authenticate": "Bearer" };

/** What the sender is told for each code. */
export const refusals: Readonly<Record<RefusalCode, RefusalResponse>> = {
  METHOD: { status: 405, message: "Method not allowed: use POST", headers: { allow: "POST" } },
  IP_DENIED: { status: 403, message: "The source address is not on the list" },
  AUTH_MISSING: { status: 401, message: "The Authorization header is missing: expected the value of webhookUrlToken", headers: challenge },
  AUTH_MALFORMED: { status: 401, message: "The Authorization header is not a scheme, a space and a token", headers: challenge },
  AUTH_AMBIGUOUS: { status: 401, message: "There is more than one Authorization header", headers: challenge },
  AUTH_INVALID: { status: 401, message: "The Authorization header is not the value of webhookUrlToken", headers: challenge },
  TOKEN_UNAVAILABLE: { status: 503, message: "The expected token could not be had: send it again" },
  TOO_LARGE: { status: 413, message: "The body is larger than maxBodyBytes" },
  BODY_CONSUMED: {
    status: 500,
    message: "The body was read before this handler and not kept: mount the handler before what read it",
  },
  INCOMPLETE: { status: 400, message: "The body ended before its announced length" },
  ENCODING: { status: 415, message: "The body is compressed: GREEN-API sends plain JSON" },
  BODY_EMPTY: { status: 400, message: "The body is empty" },
  UTF8: { status: 400, message: "The body is not UTF-8" },
  JSON: { status: 400, message: "The body is not JSON" },
  DEPTH: { status: 400, message: "The body is nested deeper than 64 levels" },
  POISON_KEY: { status: 400, message: "The body has a key that changes prototypes (__proto__ or constructor.prototype)" },
  SHAPE: { status: 400, message: "The body is not a JSON object" },
  SCHEMA: { status: 400, message: "The body is not a notification" },
  HANDLER_FAILED: { status: 500, message: "The handler failed: send it again" },
  QUARANTINE_FAILED: { status: 500, message: "The quarantine failed: send it again" },
  DEADLINE: { status: 503, message: "The handler took too long: send it again" },
  INTERNAL: { status: 500, message: "An internal error: send it again" },
};

interface RefusalResponse {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}
