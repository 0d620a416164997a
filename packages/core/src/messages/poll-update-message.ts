import { array, boolean, detached, literal, object, optional, string, union, type Schema } from "../schema/schema.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * The votes of a poll changed. The body is the whole tally as it is now, sent on every change; quick changes are merged into one. All
 * messengers with polls; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/PollUpdateMessage/
 */
export interface PollUpdateMessage extends QuotingMessage {
  readonly typeMessage: "pollUpdateMessage";
  readonly pollMessageData: PollUpdateData;
}

export interface PollUpdateData {
  /** The `idMessage` of the poll. Documented since February 2024; absent in one reconstructed body. */
  readonly stanzaId?: string;
  /** The question. Absent in reconstructed bodies. */
  readonly name?: string;
  readonly votes: readonly PollVote[];
  /** Absent in reconstructed bodies. */
  readonly multipleAnswers?: boolean;
}

export interface PollVote {
  readonly optionName: string;
  /** Ids in the pages, objects in GREEN-API's Java models. `pollOf` gives ids. */
  readonly optionVoters: readonly (string | PollVoter)[];
}

/** A voter in the form that GREEN-API's Java models and one reconstructed body have. */
export interface PollVoter {
  /** The voter's id, in the Java models. */
  readonly wid?: string;
  /** The voter's id, in one reconstructed body. */
  readonly voterWid?: string;
  /** In one reconstructed body. */
  readonly contactName?: string;
  /** In one reconstructed body. */
  readonly phoneNumber?: string;
}

/** @internal */
export const pollUpdateMessageSchema: Schema<PollUpdateMessage> = object({
  typeMessage: literal("pollUpdateMessage"),
  pollMessageData: object({
    stanzaId: optional(string),
    name: optional(string),
    votes: array(
      object({
        optionName: string,
        optionVoters: array(
          union([
            string,
            object({ wid: optional(string), voterWid: optional(string), contactName: optional(string), phoneNumber: optional(string) }),
          ]),
        ),
      }),
    ),
    multipleAnswers: optional(boolean),
  }),
  quotedMessage: detached(quotedMessageSchema),
});
