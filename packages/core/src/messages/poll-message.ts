import type { ForwardMarks } from "./forward-marks.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * A poll. The current object is `pollMessageData`, that of 2023 `pollCreationMessage`: `pollOf` reads both. Sent while
 * `pollMessageWebhook` is `"yes"` too. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/PollMessage/
 */
export interface PollMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "pollMessage";
  /** The poll. Absent where it is in `pollCreationMessage`. */
  readonly pollMessageData?: PollMessageData;
  /** The poll as it was sent in 2023. */
  readonly pollCreationMessage?: PollCreation;
}

/** A poll's question and options. The marks are documented for Telegram only. */
export interface PollMessageData extends ForwardMarks {
  /** The poll's id; seen in a single third-party body. */
  readonly stanzaId?: string;
  /** The question. */
  readonly name: string;
  /** The answers to choose from. */
  readonly options: readonly PollOption[];
  /** Whether several may be chosen. Absent in MAX's table. */
  readonly multipleAnswers?: boolean;
  /** MAX only: whether a vote can be changed. Documented. */
  readonly allowToChangeAnswer?: boolean;
}

/** A poll's question and options, as documented in 2023. */
export interface PollCreation {
  /** The question. */
  readonly name: string;
  /** The answers to choose from. */
  readonly options: readonly PollOption[];
  /** How many may be chosen; 0: any number. */
  readonly selectableOptionsCount?: number;
}

/** One of a poll's answers. */
export interface PollOption {
  /** Its text, which is what votes refer to. */
  readonly optionName: string;
}
