import { responses } from "./response.ts";
import { ApiFailure } from "./api-failure.ts";
import { sentMessageOf } from "./sent-message-of.ts";
import type { Call, Method, Methods } from "./method.ts";

/** Sending. @see https://green-api.com/en/docs/api/sending/ */
export const sending: Methods = {
  sendMessage: send("message"),
  sendFileByUrl: send("urlFile", "fileName"),
  sendFileByUpload: {
    verbs: ["POST"],
    rate: 50,
    upload: true,
    run: (call) => ({ idMessage: call.instance.nextIdMessage(), urlFile: fileUrl }),
  },
  uploadFile: { verbs: ["POST"], rate: 50, upload: true, run: () => ({ urlFile: fileUrl }) },
  sendPoll: send("message", "options"),
  sendLocation: send("latitude", "longitude"),
  sendContact: send("contact"),
  sendInteractiveButtons: send("body", "buttons"),
  sendInteractiveButtonsReply: send("body", "buttons"),
};

const fileUrl = "https://files.example.com/uploaded";

function send(...required: readonly string[]): Method {
  return {
    verbs: ["POST"],
    rate: 50,
    run: (call) => {
      for (const name of ["chatId", ...required]) {
        if (call.input[name] === undefined || call.input[name] === "")
          throw new ApiFailure(400, `Validation failed. Details: '${name}' is required`);
      }
      const chatId = chatIdOf(call);
      takeQuota(call, chatId);
      const idMessage = call.instance.nextIdMessage();
      announce(call, chatId, idMessage);
      return { idMessage };
    },
  };
}

function chatIdOf({ instance, input: { chatId } }: Call): string {
  const form = instance.typeInstance === "whatsapp" ? /^(?:[\d-]+@(?:c|g)\.us|\d+@lid)$/ : /^-?\d+(?:@c\.us)?$/;
  if (typeof chatId === "string" && form.test(chatId)) return chatId;
  throw new ApiFailure(
    400,
    "Validation failed. Details: 'chatId' must be one of the next formats: phone@c.us, group@g.us, id@lid, or an id in digits",
  );
}

/** A new chat above the plan's number is refused, and reported as `quotaExceeded`. */
function takeQuota({ instance }: Call, chatId: string): void {
  if (instance.chats.has(chatId)) return;
  const { size } = instance.chats;
  if (size < instance.chatQuota) {
    instance.chats.add(chatId);
    return;
  }
  instance.notify({
    typeWebhook: "quotaExceeded",
    instanceData: {},
    quotaData: {
      method: "correspondents",
      used: size,
      total: instance.chatQuota,
      status: "CORRESPONDENTS_QUOTA_EXCEEDED",
      description: "",
    },
  });
  throw new ApiFailure(466, "quota", responses.quota("sendMessage", size, instance.chatQuota));
}

/** Queues the notifications of a sent message, as flags ask for them: its echo, then its statuses. */
function announce({ instance, input, clock, timers, times }: Call, chatId: string, idMessage: string): void {
  const seconds = (): number => Math.floor(clock.now() / 1_000);
  instance.notify({
    typeWebhook: "outgoingAPIMessageReceived",
    instanceData: {},
    timestamp: seconds(),
    idMessage,
    senderData: { chatId, chatName: "", sender: instance.wid(), senderName: "", senderContactName: "" },
    messageData: sentMessageOf(input),
  });
  for (const [index, status] of (["sent", "delivered"] as const).entries()) {
    timers.after(times.statusDelayMilliseconds * (index + 1), () => {
      instance.notify({
        typeWebhook: "outgoingMessageStatus",
        instanceData: {},
        timestamp: seconds(),
        idMessage,
        chatId,
        status,
        sendByApi: true,
      });
    });
  }
}
