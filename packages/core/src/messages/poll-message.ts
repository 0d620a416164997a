import { array, boolean, detached, literal, number, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import { pollOptionSchema, type PollOption } from "./poll-option.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A poll. The current object is `pollMessageData`, that of 2023 `pollCreationMessage`: `pollOf` reads both. Sent while
 * `pollMessageWebhook` is `"yes"` too. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/PollMessage/
 */
export interface PollMessage extends QuotingMessage {
  readonly typeMessage: "pollMessage";
  /** Absent where the poll is in `pollCreationMessage`. */
  readonly pollMessageData?: PollMessageData;
  /** The poll as it was sent in 2023. */
  readonly pollCreationMessage?: PollCreation;
}

/** A poll's question and options. The marks are documented for Telegram only. */
export interface PollMessageData extends ForwardMarks {
  /** The poll's id; seen in a single third-party body. */
  readonly stanzaId?: string;
  readonly name: string;
  readonly options: readonly PollOption[];
  /** Absent in MAX's table. */
  readonly multipleAnswers?: boolean;
  /** MAX only: whether a vote can be changed. Documented. */
  readonly allowToChangeAnswer?: boolean;
}

/** A poll's question and options, as documented in 2023. */
export interface PollCreation {
  readonly name: string;
  readonly options: readonly PollOption[];
  /** 0: any number. */
  readonly selectableOptionsCount?: number;
}

/** @internal */
export const pollMessageSchema: Schema<PollMessage> = object({
  typeMessage: literal("pollMessage"),
  pollMessageData: optional(
    object({
      stanzaId: optional(string),
      name: string,
      options: array(pollOptionSchema),
      multipleAnswers: optional(boolean),
      allowToChangeAnswer: optional(boolean),
      ...forwardMarkFields,
    }),
  ),
  pollCreationMessage: optional(
    object({
      name: string,
      options: array(pollOptionSchema),
      selectableOptionsCount: optional(number),
    }),
  ),
  quotedMessage: detached(quotedMessageSchema),
});
