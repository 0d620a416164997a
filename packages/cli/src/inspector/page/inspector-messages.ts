/** What the inspector's server and its page tell each other. */

/** The road by which a notification came. */
export type DeliverySource = "webhook" | "polling" | "replay";

/** One line of the list. Texts are shortened, and fit to be shown. */
export interface DeliveryRow {
  /** Counts up from 1. */
  readonly id: number;
  /** When it arrived, milliseconds since 1970. */
  readonly at: number;
  readonly source: DeliverySource;
  /** The HTTP status that was answered; for one from the queue, what a webhook would have answered. */
  readonly status: number;
  /** `handled`, `unknown`, `quarantined`, `refused`, … as in `DeliveryOutcome`. */
  readonly outcome: string;
  readonly code?: string | undefined;
  /** The `typeWebhook`; empty where none could be read. */
  readonly kind: string;
  readonly typeMessage?: string | undefined;
  readonly chat?: string | undefined;
  readonly sender?: string | undefined;
  /** The sender's name, as the sender chose it. */
  readonly name?: string | undefined;
  /** What it says, or what is wrong with it. */
  readonly text?: string | undefined;
  /** Whether there is a picture to ask for. */
  readonly thumbnail: boolean;
  /** Milliseconds from arrival to answer. */
  readonly took: number;
  /** Seconds from the notification's own timestamp to its arrival. */
  readonly lag?: number | undefined;
  /** The how manieth time this same notification came. */
  readonly attempt: number;
  /** How many issues it has. */
  readonly issues: number;
  /** How many fields aren't known yet. */
  readonly unknownFields: number;
}

/**
 * Whether a delivery was refused before authentication: 405 for its method, 403 for its address, 401 for its token. Anyone who can reach
 * the receiver can cause those.
 */
export function isUnauthenticated({ status }: Pick<DeliveryRow, "status">): boolean {
  return status === 401 || status === 403 || status === 405;
}

/** One line of the body, pretty-printed. */
export interface RawLine {
  readonly depth: number;
  /** With its quotes. */
  readonly key?: string;
  /** What follows the key: a value, or a bracket; with its comma. */
  readonly text: string;
  readonly type: "string" | "number" | "word" | "bracket" | "text";
  readonly mark?: "issue" | "unknown";
  /** What is wrong here, or why it is marked. */
  readonly note?: string;
}

/** Everything about one delivery. */
export interface DeliveryDetail {
  readonly row: DeliveryRow;
  /** What the readers make of it: a label and a value each. */
  readonly typed: readonly (readonly [label: string, value: string])[];
  readonly issues: readonly { readonly path: string; readonly message: string }[];
  readonly unknownFields: readonly string[];
  /** Why it wasn't simply delivered, in a sentence. */
  readonly message?: string | undefined;
  readonly advice?: string | undefined;
  readonly raw: readonly RawLine[];
  /** The body's size in bytes; absent where none was read. */
  readonly bytes?: number | undefined;
  /** Base64 of a JPEG, checked. */
  readonly thumbnail?: string | undefined;
  /** The body's text, for the editor; only where numbers and secrets are shown. */
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
  readonly revealed: boolean;
}

/** What is asked of a replay. */
export interface ReplayRequest {
  /** `handler`, or a URL. */
  readonly target: string;
  /** An edited body; without it the original bytes are sent. */
  readonly body?: string;
  /** The `Authorization` header for a URL; the handler gets its own. */
  readonly authorization?: string;
}

/** What became of a replay. */
export interface ReplayAnswer {
  /** Absent where there was no answer. */
  readonly status?: number;
  readonly took: number;
  /** The beginning of the answer's body, or what went wrong. */
  readonly text: string;
}
