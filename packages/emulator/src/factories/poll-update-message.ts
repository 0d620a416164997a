import type { IncomingMessageReceived, PollUpdateMessage } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link pollUpdateMessage} takes. */
export interface PollUpdateMessageInput extends MessageInput {
  /** Each option with who voted for it. Default: one vote for `At ten`, none for `At noon`. */
  readonly votes?: Readonly<Record<string, readonly string[]>>;
  /** The poll's message. Default: `3EB0AAAAAAAAAAAAAAAA`. */
  readonly stanzaId?: string;
  /** `objects` is how one of GREEN-API's packages describes the voters. Default: `strings`. */
  readonly variant?: "strings" | "objects";
}

/** The whole state of a poll's votes. */
export function pollUpdateMessage(
  input: PollUpdateMessageInput = {},
  changes?: MessageChanges<PollUpdateMessage>,
): IncomingMessageReceived<PollUpdateMessage> {
  const { stanzaId = "3EB0AAAAAAAAAAAAAAAA", votes = { "At ten": ["79000000001@c.us"], "At noon": [] } } = input;
  const counted = Object.entries(votes).map(([optionName, voters]) => ({
    optionName,
    optionVoters: input.variant === "objects" ? voters.map((wid) => ({ wid })) : voters,
  }));
  const pollMessageData = { stanzaId, name: "When shall we meet?", votes: counted, multipleAnswers: false };
  return incomingMessage<PollUpdateMessage>(input, { typeMessage: "pollUpdateMessage", pollMessageData }, changes);
}
