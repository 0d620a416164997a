import { announce } from "./announce.ts";
import { ApiFailure } from "./api-failure.ts";
import { takeQuota } from "./chat-quota.ts";
import { chatIdIn, invalid, optionalTextIn, textIn, textsIn } from "./input-fields.ts";
import {
  buttonsContent,
  contactContent,
  forwardedContent,
  linkedFileContent,
  locationContent,
  pollContent,
  presentFile,
  quotedContent,
  textContent,
  uploadedFileContent,
} from "./message-content.ts";
import type { Call, Method, Methods } from "./method.ts";

/** Sending. @see https://green-api.com/en/docs/api/sending/ */
export const sending: Methods = {
  sendMessage: send("sendMessage", ({ instance, input }) =>
    textContent(textIn(input, "message", instance.typeInstance === "v3" ? 4_000 : 20_000)),
  ),
  sendFileByUrl: send("sendFileByUrl", ({ input }) => linkedFileContent(input)),
  sendFileByUpload: {
    ...send(
      "sendFileByUpload",
      ({ input, file }) => uploadedFileContent(input, file),
      ({ file }) => ({ urlFile: file?.url }),
    ),
    body: "form",
  },
  uploadFile: { verbs: ["POST"], rate: 50, rateOn: { v3: 1 }, body: "file", run: ({ file }) => ({ urlFile: presentFile(file).url }) },
  sendPoll: send("sendPoll", ({ input }) => pollContent(input)),
  sendLocation: send("sendLocation", ({ input }) => locationContent(input)),
  sendContact: send("sendContact", ({ input }) => contactContent(input)),
  sendInteractiveButtons: { ...send("sendInteractiveButtons", ({ input }) => buttonsContent(input)), rateOn: { telegram: 1 } },
  sendInteractiveButtonsReply: send("sendInteractiveButtonsReply", ({ input }) => buttonsContent(input, "reply")),
  forwardMessages: { verbs: ["POST"], rate: 50, run: forward },
  sendTyping: {
    verbs: ["POST"],
    // No source has its rate.
    rate: 1,
    run: (call) => {
      chatIdIn(call);
      checkTyping(call);
      optionalTextIn(call.input, "typingType");
    },
  },
  // Archived.
  sendLink: send("sendLink", ({ input }) => textContent(textIn(input, "urlLink"))),
  sendButtons: switchedOff(),
  sendTemplateButtons: switchedOff(),
  sendListMessage: switchedOff(),
};

/** A method that sends one message to a chat. `more` is the rest of its result. */
export function send(type: string, contentOf: (call: Call) => Readonly<Record<string, unknown>>, more?: (call: Call) => object): Method {
  return {
    verbs: ["POST"],
    rate: 50,
    run: (call) => {
      const { instance, input } = call;
      const chatId = chatIdIn(call);
      const content = { ...contentOf(call), ...quotedContent(input) };
      checkTyping(call);
      takeQuota(call, type, chatId);
      const idMessage = instance.nextIdMessage();
      instance.outbox.add({ messageID: idMessage, type, body: input }, () => announce(call, chatId, idMessage, content));
      return { idMessage, ...more?.(call) };
    },
  };
}

function forward(call: Call): unknown {
  const { instance, input } = call;
  const chatId = chatIdIn(call);
  const from = chatIdIn(call, "chatIdFrom");
  const contents = textsIn(input, "messages").map((idMessage) => {
    const entry = instance.journal.message(from, idMessage);
    if (entry === undefined) throw new ApiFailure(400, `Message not found by id ${idMessage}`);
    return forwardedContent(entry.messageData);
  });
  checkTyping(call);
  takeQuota(call, "forwardMessages", chatId);
  const messages = contents.map(() => instance.nextIdMessage());
  instance.outbox.add({ messagesIDs: messages, type: "ForwardMessages", body: input }, () => {
    for (const [index, content] of contents.entries()) announce(call, chatId, messages[index] ?? "", content);
  });
  return { messages };
}

/** In a form it is a text. */
function checkTyping({ input: { typingTime } }: Call): void {
  if (typingTime === undefined || typingTime === null) return;
  const milliseconds = Number(typingTime);
  if (!(milliseconds >= 1_000 && milliseconds <= 20_000)) throw invalid("'typingTime' must be between 1000 and 20000");
}

/** An archived method that GREEN-API refuses. */
function switchedOff(): Method {
  return {
    verbs: ["POST"],
    rate: 50,
    run: () => {
      throw new ApiFailure(403, "The method is temporarily not working");
    },
  };
}
