import type { IncomingMessageReceived, PollMessage } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link pollMessage} takes. */
export interface PollMessageInput extends MessageInput {
  /** Default: `When shall we meet?`. */
  readonly name?: string;
  /** Default: `["At ten", "At noon"]`. */
  readonly options?: readonly string[];
  /** Default: false. */
  readonly multipleAnswers?: boolean;
  /** `pollCreationMessage` is the form of 2023. Default: `pollMessageData`. */
  readonly variant?: "pollMessageData" | "pollCreationMessage";
}

/** A poll. */
export function pollMessage(input: PollMessageInput = {}, changes?: MessageChanges<PollMessage>): IncomingMessageReceived<PollMessage> {
  const { name = "When shall we meet?", multipleAnswers = false } = input;
  const options = (input.options ?? ["At ten", "At noon"]).map((optionName) => ({ optionName }));
  const data =
    input.variant === "pollCreationMessage"
      ? { pollCreationMessage: { name, options, selectableOptionsCount: multipleAnswers ? options.length : 1 } }
      : { pollMessageData: { name, options, multipleAnswers } };
  return incomingMessage<PollMessage>(input, { typeMessage: "pollMessage", ...data }, changes);
}
