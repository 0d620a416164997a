import { ApiFailure } from "./api-failure.ts";
import { positiveOr, textIn } from "./input-fields.ts";
import { statusChat, type JournalEntry, type JournalRow } from "../instance/journal.ts";
import type { Call, Method, Methods } from "./method.ts";

/** Journals. GREEN-API lists a message within 2 minutes, the emulator at once. @see https://green-api.com/en/docs/api/journals/ */
export const journals: Methods = {
  getChatHistory: {
    verbs: ["POST"],
    rate: 1,
    run: ({ instance, input }) => {
      const chatId = textIn(input, "chatId");
      const count = positiveOr(100, input["count"], "count");
      return instance.journal
        .messages()
        .filter((row) => row["chatId"] === chatId)
        .slice(0, count);
    },
  },
  getMessage: { verbs: ["POST"], rate: 10, rateOn: { telegram: 1 }, run: messageOf },
  downloadFile: {
    verbs: ["POST"],
    rate: 5,
    rateOn: { v3: 1 },
    run: (call) => {
      const { downloadUrl } = messageOf(call);
      if (typeof downloadUrl !== "string" || downloadUrl === "") throw new ApiFailure(400, "The message has no file");
      return { downloadUrl };
    },
  },
  lastIncomingMessages: last((call, since) => messagesOf(call, "incoming", since)),
  lastOutgoingMessages: last((call, since) => messagesOf(call, "outgoing", since)),
  lastIncomingCalls: last((call, since) => call.instance.journal.calls("incoming", since)),
  lastOutgoingCalls: last((call, since) => call.instance.journal.calls("outgoing", since)),
};

/** Statuses have journals of their own. */
function messagesOf({ instance }: Call, type: "incoming" | "outgoing", since: number): readonly JournalRow[] {
  return instance.journal.messages(type, since).filter((row) => row["chatId"] !== statusChat);
}

export function last(rows: (call: Call, since: number) => unknown): Method {
  return {
    verbs: ["GET"],
    rate: 1,
    run: (call) => {
      const minutes = positiveOr(1_440, call.query.get("minutes") ?? undefined, "minutes");
      return rows(call, call.clock.now() - minutes * 60_000);
    },
  };
}

function messageOf(call: Call): JournalRow {
  return entryOf(call).row;
}

/** The message that an input names. */
export function entryOf({ instance, input }: Call): JournalEntry {
  const idMessage = textIn(input, "idMessage");
  const entry = instance.journal.message(textIn(input, "chatId"), idMessage);
  if (entry === undefined) throw new ApiFailure(400, `Message not found by id ${idMessage}`);
  return entry;
}
