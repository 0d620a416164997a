/** The messages between the inspector's server and its page. */

/** One row of the list. Texts are shortened and safe to show. */
export interface DeliveryRow {
  /** Counts up from 1. */
  readonly id: number;
  /** Time of arrival, milliseconds since 1970. */
  readonly at: number;
  /** A `DeliverySource`. */
  readonly source: string;
  /** The HTTP status of the response; for one from the queue, the status that a webhook would have had. */
  readonly status: number;
  /** `handled`, `unknown`, `quarantined`, `refused`, … as in `DeliveryOutcome`. */
  readonly outcome: string;
  readonly code?: string | undefined;
  /** The `typeWebhook`; empty if it couldn't be read. */
  readonly kind: string;
  readonly typeMessage?: string | undefined;
  /** The `idInstance`. */
  readonly instance?: string | undefined;
  readonly chat?: string | undefined;
  readonly sender?: string | undefined;
  /** The sender's name, as the sender chose it. */
  readonly name?: string | undefined;
  /** The content, or what is wrong with it. */
  readonly text?: string | undefined;
  /** Whether the detail has a thumbnail. */
  readonly thumbnail: boolean;
  /** Milliseconds from arrival to response. */
  readonly took: number;
  /** Seconds from the notification's timestamp to its arrival. */
  readonly lag?: number | undefined;
  /** How many times this notification has arrived, including this one. */
  readonly attempt: number;
  /** The number of issues. */
  readonly issues: number;
  /** The number of unknown fields. */
  readonly unknownFields: number;
}

/**
 * Whether a delivery was refused before authentication: 405 for its method, 403 for its address, 401 for its token. Anyone who can reach
 * the receiver can cause those.
 */
export function isUnauthenticated({ status }: { readonly status?: number }): boolean {
  return status === 401 || status === 403 || status === 405;
}

/** One line of the pretty-printed body. */
export interface RawLine {
  readonly depth: number;
  /** Including its quotes. */
  readonly key?: string;
  /** The value or bracket, including its comma. */
  readonly text: string;
  readonly type: "string" | "number" | "word" | "bracket" | "text";
  readonly mark?: "issue" | "unknown";
  /** Why the line is marked. */
  readonly note?: string;
}

export interface DeliveryDetail {
  readonly row: DeliveryRow;
  /** The fields that the readers find. */
  readonly typed: readonly (readonly [label: string, value: string])[];
  readonly issues: readonly { readonly path: string; readonly message: string }[];
  readonly unknownFields: readonly string[];
  /** Why it was refused, quarantined or failed. */
  readonly message?: string | undefined;
  readonly advice?: string | undefined;
  readonly raw: readonly RawLine[];
  /** The size of the body; absent if it wasn't read. */
  readonly bytes?: number | undefined;
  /** Base64 of a JPEG; validated. */
  readonly thumbnail?: string | undefined;
  /** The text of the body, for the editor; absent while numbers and secrets are masked. */
  readonly body?: string | undefined;
  readonly curl: string;
  readonly fixture: string;
}

/** The first message on the stream. */
export interface Hello {
  /** How many deliveries are kept; the page keeps as many. */
  readonly capacity: number;
  /** How many of them at most are ones that were refused before authentication. */
  readonly unauthenticatedCapacity: number;
  readonly webhookUrl: string;
  /** Delivers a sample. */
  readonly curl: string;
  readonly revealed: boolean;
  /** Whether there is an inbox to show. */
  readonly inbox: boolean;
}

/** A chat whose items run one after another, as the page shows it. */
export interface InboxLane {
  /** Names it in requests. */
  readonly id: string;
  readonly lane: string;
  readonly running: number;
  readonly waiting: number;
  readonly dead: number;
}

/** A stored item. Texts are safe to show. */
export interface InboxRow {
  readonly id: string;
  readonly state: "waiting" | "running" | "done" | "dead";
  readonly attempt: number;
  readonly typeWebhook: string;
  readonly origin: string;
  readonly lane: string;
  /** Milliseconds since 1970, as `dueAt`. */
  readonly storedAt: number;
  readonly dueAt?: number | undefined;
  readonly lastError?: string | undefined;
}

/** What an inbox holds. */
export interface InboxOverview {
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly dead: number;
  readonly oldestWaitingSeconds: number;
  readonly blockedLanes: number;
  /** The fullest first. */
  readonly lanes: readonly InboxLane[];
  readonly lanesOmitted: number;
  /** The oldest first. */
  readonly items: readonly InboxRow[];
}

export interface InboxItemDetail {
  /** Empty where its text is gone. */
  readonly raw: readonly RawLine[];
}

/** How notifications differed from their documented types. */
export interface Drift {
  readonly entries: readonly { readonly type: string; readonly path: string; readonly difference: string; readonly count: number }[];
  /** Differences beyond those listed. */
  readonly omitted: number;
}

export interface ReplayRequest {
  /** `handler`, or a URL. */
  readonly target: string;
  /** An edited body. @default the original bytes */
  readonly body?: string;
  /** The `Authorization` header for a URL. */
  readonly authorization?: string;
}

export interface ReplayResult {
  /** Absent if there was no response. */
  readonly status?: number;
  readonly durationMilliseconds: number;
  /** The start of the response body, or the reason why there is none. */
  readonly text: string;
}
