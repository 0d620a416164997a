import type { OpenUnion } from "../../schema/open-union.ts";
import type { CallOptions } from "./call-options.ts";
import type { JournalMessage } from "./journal-message.ts";
import type { JournalInput } from "./journals.ts";
import { change, read, readMany, type MethodSpecs } from "./method-spec.ts";
import { check } from "./value-check.ts";

/**
 * Methods of statuses, which are shown for 24 hours. WhatsApp, beta. Those that send are never retried; a file is uploaded first, with
 * `uploadFile`, or is at any URL that GREEN-API can download.
 */
export interface StatusMethods {
  /** Publishes a text. 5 a second. @see https://green-api.com/en/docs/api/statuses/SendTextStatus/ */
  sendTextStatus(input: SendTextStatusInput, options?: CallOptions): Promise<{ readonly idMessage: string }>;
  /** Publishes a voice message. 5 a second. @see https://green-api.com/en/docs/api/statuses/SendVoiceStatus/ */
  sendVoiceStatus(input: SendVoiceStatusInput, options?: CallOptions): Promise<{ readonly idMessage: string }>;
  /** Publishes a picture or a video. 5 a second. @see https://green-api.com/en/docs/api/statuses/SendMediaStatus/ */
  sendMediaStatus(input: SendMediaStatusInput, options?: CallOptions): Promise<{ readonly idMessage: string }>;
  /** Deletes a status. Access must be requested from GREEN-API. 10 a second. Never retried. @see https://green-api.com/en/docs/api/statuses/DeleteStatus/ */
  deleteStatus(input: { readonly idMessage: string }, options?: CallOptions): Promise<void>;
  /** Who received and read a status. 1 a second. @see https://green-api.com/en/docs/api/statuses/GetStatusStatistic/ */
  getStatusStatistic(input: { readonly idMessage: string }, options?: CallOptions): Promise<readonly StatusStatistic[]>;
  /** The contacts' statuses of the last day, or of the last `minutes`. 1 a second. @see https://green-api.com/en/docs/api/statuses/GetIncomingStatuses/ */
  getIncomingStatuses(input?: JournalInput, options?: CallOptions): Promise<readonly StatusRow[]>;
  /** The account's own statuses of the last day, or of the last `minutes`. 1 a second. @see https://green-api.com/en/docs/api/statuses/GetOutgoingStatuses/ */
  getOutgoingStatuses(input?: JournalInput, options?: CallOptions): Promise<readonly StatusRow[]>;
}

/** In GREEN-API's own web client. */
export type StatusFont = OpenUnion<"SERIF" | "SANS_SERIF" | "NORICAN_REGULAR" | "BRYNDAN_WRITE" | "OSWALD_HEAVY">;

export interface StatusAudience {
  /**
   * Chat ids of those who see it.
   *
   * @default undefined: all contacts
   */
  readonly participants?: readonly string[];
}

export interface SendTextStatusInput extends StatusAudience {
  /** At most 500 characters. */
  readonly message: string;
  /**
   * `#RRGGBB`.
   *
   * @example
   * "#228B22"
   */
  readonly backgroundColor?: string;
  readonly font?: StatusFont;
}

export interface SendVoiceStatusInput extends StatusAudience {
  readonly urlFile: string;
  /** With an extension. */
  readonly fileName: string;
  /** `#RRGGBB`. */
  readonly backgroundColor?: string;
}

export interface SendMediaStatusInput extends StatusAudience {
  readonly urlFile: string;
  /** With an extension, which decides how the file is shown. */
  readonly fileName: string;
  /** At most 1,024 characters. */
  readonly caption?: string;
}

export interface StatusStatistic {
  /** UNIX seconds. */
  readonly timestamp?: number;
  /** Chat id. */
  readonly participant?: string;
  readonly status?: OpenUnion<"sent" | "delivered" | "read">;
  /** Other keys. */
  readonly [key: string]: unknown;
}

/** `typeMessage` is `extendedTextMessage`, `imageMessage`, `videoMessage`, `audioMessage` or `deletedMessage`. */
export interface StatusRow extends JournalMessage {
  /** Chat ids of those who see a file; empty for all contacts. For a text they are in `extendedTextMessage`. */
  readonly participants?: readonly string[];
  readonly extendedTextMessage?: JournalMessage["extendedTextMessage"] & {
    readonly backgroundColor?: string;
    readonly font?: StatusFont;
    /** Chat ids of those who see the text; empty for all contacts. */
    readonly participants?: readonly string[];
  };
}

const response = { idMessage: check.text };

export const statusSpecs: MethodSpecs<StatusMethods> = {
  sendTextStatus: {
    ...change,
    callsPerSecond: 5,
    input: {
      required: { message: check.text },
      optional: { backgroundColor: check.text, font: check.text, participants: check.texts },
    },
    response,
  },
  sendVoiceStatus: {
    ...change,
    callsPerSecond: 5,
    input: {
      required: { urlFile: check.nonBlank, fileName: check.nonBlank },
      optional: { backgroundColor: check.text, participants: check.texts },
    },
    response,
  },
  sendMediaStatus: {
    ...change,
    callsPerSecond: 5,
    input: {
      required: { urlFile: check.nonBlank, fileName: check.nonBlank },
      optional: { caption: check.text, participants: check.texts },
    },
    response,
  },
  deleteStatus: { ...change, callsPerSecond: 10, input: { required: { idMessage: check.nonBlank } }, response: "nothing" },
  getStatusStatistic: { ...read, input: { required: { idMessage: check.nonBlank } }, response: "list" },
  getIncomingStatuses: { ...readMany, input: { optional: { minutes: check.positiveInteger } }, response: "list" },
  getOutgoingStatuses: { ...readMany, input: { optional: { minutes: check.positiveInteger } }, response: "list" },
};
