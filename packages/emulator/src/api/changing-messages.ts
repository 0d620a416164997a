import { notifyEcho } from "./announce.ts";
import { ApiFailure } from "./api-failure.ts";
import { chatIdIn, optionalFlagIn, textIn } from "./input-fields.ts";
import { entryOf } from "./journals.ts";
import type { Call, Methods } from "./method.ts";

/** Changes to messages that were sent, and the read mark. @see https://green-api.com/en/docs/api/service/ */
export const changingMessages: Methods = {
  editMessage: { verbs: ["POST"], rate: 1, rateOn: { v3: 50 }, run: edit },
  deleteMessage: {
    verbs: ["POST"],
    rate: 10,
    run: (call) => {
      const chatId = chatIdIn(call);
      entryOf(call);
      optionalFlagIn(call.input, "onlySenderDelete");
      const stanzaId = textIn(call.input, "idMessage");
      notifyEcho(call, chatId, call.instance.nextIdMessage(), { typeMessage: "deletedMessage", deletedMessageData: { stanzaId } });
    },
  },
  readChat: {
    verbs: ["POST"],
    rate: 10,
    rateOn: { v3: 1 },
    run: (call) => {
      chatIdIn(call);
      return { setRead: true };
    },
  },
};

const editableMilliseconds = 15 * 60_000;

/** Only a text of one's own can be edited, for 15 minutes. No source has GREEN-API's response to other messages. */
function edit(call: Call): unknown {
  const { instance, input, clock } = call;
  const chatId = chatIdIn(call);
  const textMessage = textIn(input, "message", 20_000);
  const { row, at } = entryOf(call);
  if (row["type"] !== "outgoing") throw new ApiFailure(400, "Only messages of one's own can be edited");
  if (clock.now() - at > editableMilliseconds) throw new ApiFailure(400, "The message is too old to be edited");
  const stanzaId = textIn(input, "idMessage");
  const idMessage = instance.nextIdMessage();
  notifyEcho(call, chatId, idMessage, { typeMessage: "editedMessage", editedMessageData: { textMessage, stanzaId } });
  return { idMessage };
}
