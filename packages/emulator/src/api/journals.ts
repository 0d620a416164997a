import { ApiFailure } from "./api-failure.ts";
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
  getMessage: { verbs: ["POST"], rate: 10, run: messageOf },
  downloadFile: {
    verbs: ["POST"],
    rate: 5,
    run: (call) => {
      const { downloadUrl } = messageOf(call);
      if (typeof downloadUrl !== "string" || downloadUrl === "") throw new ApiFailure(400, "The message has no file");
      return { downloadUrl };
    },
  },
  lastIncomingMessages: last((call, since) => call.instance.journal.messages("incoming", since)),
  lastOutgoingMessages: last((call, since) => call.instance.journal.messages("outgoing", since)),
  lastIncomingCalls: last((call, since) => call.instance.journal.calls("incoming", since)),
  lastOutgoingCalls: last((call, since) => call.instance.journal.calls("outgoing", since)),
};

function last(rows: (call: Call, since: number) => unknown): Method {
  return {
    verbs: ["GET"],
    rate: 1,
    run: (call) => {
      const minutes = positiveOr(1_440, call.query.get("minutes") ?? undefined, "minutes");
      return rows(call, call.clock.now() - minutes * 60_000);
    },
  };
}

/** No source has GREEN-API's response for an unknown message: the emulator's is a 400. */
function messageOf({ instance, input }: Call): Readonly<Record<string, unknown>> {
  const row = instance.journal.message(textIn(input, "chatId"), textIn(input, "idMessage"));
  if (row === undefined) throw new ApiFailure(400, "The chat has no such message");
  return row;
}

function textIn(input: Readonly<Record<string, unknown>>, key: string): string {
  const value = input[key];
  if (typeof value === "string" && value !== "") return value;
  throw new ApiFailure(400, `Validation failed. Details: '${key}' is required`);
}

function positiveOr(byDefault: number, value: unknown, name: string): number {
  const number = value === undefined ? byDefault : Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new ApiFailure(400, `Validation failed. Details: '${name}' must be a positive number`);
}
