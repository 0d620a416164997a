import type { NotificationIssue } from "../schema/notification-issue.ts";

/**
 * Why a delivery isn't answered with a plain 200: what a step throws, and the handler's one `catch` turns into an answer.
 * Its text is ours alone: nothing that came in gets into it.
 */
export class Refusal extends Error {
  override readonly name = "Refusal" as const;
  readonly code: RefusalCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Where in the text, counted in UTF-16 units from 0. */
  readonly position?: number;
  readonly issues?: readonly NotificationIssue[];
  /** What there is to keep. A refusal that has it may go to the quarantine. */
  readonly rejected?: { readonly bytes: Uint8Array } | { readonly value: unknown };
  readonly leavesBodyUnread: boolean;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    const { status, message, headers = {} } = refusals[code];
    super(details.message ?? message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.status = status;
    this.headers = headers;
    this.leavesBodyUnread = details.leavesBodyUnread ?? false;
    if (details.position !== undefined) this.position = details.position;
    if (details.issues !== undefined) this.issues = details.issues;
    if (details.rejected !== undefined) this.rejected = details.rejected;
  }
}

interface RefusalDetails {
  readonly message?: string;
  readonly position?: number | undefined;
  readonly issues?: readonly NotificationIssue[];
  readonly rejected?: { readonly bytes: Uint8Array } | { readonly value: unknown };
  readonly leavesBodyUnread?: boolean;
  readonly cause?: unknown;
}

/** The codes a delivery can be answered with. They are final: users' alerts are built on them. */
export type RefusalCode =
  | "METHOD"
  | "IP_DENIED"
  | "AUTH_MISSING"
  | "AUTH_MALFORMED"
  | "AUTH_AMBIGUOUS"
  | "AUTH_INVALID"
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

const challenge = { "www-authenticate": "Bearer" };

const refusals: Readonly<Record<RefusalCode, Kind>> = {
  METHOD: { status: 405, message: "GREEN-API delivers by POST", headers: { allow: "POST" } },
  IP_DENIED: { status: 403, message: "The source address is not on the list" },
  AUTH_MISSING: { status: 401, message: "The Authorization header is missing: it must be as webhookUrlToken says", headers: challenge },
  AUTH_MALFORMED: { status: 401, message: "The Authorization header is not a scheme, a space and a token", headers: challenge },
  AUTH_AMBIGUOUS: { status: 401, message: "There is more than one Authorization header", headers: challenge },
  AUTH_INVALID: { status: 401, message: "The Authorization header is not what webhookUrlToken says", headers: challenge },
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

interface Kind {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}
