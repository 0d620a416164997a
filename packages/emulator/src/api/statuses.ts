import { ApiFailure } from "./api-failure.ts";
import { statusChat } from "../instance/journal.ts";
import { invalid, optionalTextIn, textIn, textsIn } from "./input-fields.ts";
import { perInstance } from "./instance-state.ts";
import { last } from "./journals.ts";
import { linkedFileContent } from "./message-content.ts";
import type { Call, Method, Methods } from "./method.ts";

type Fields = Readonly<Record<string, unknown>>;

interface Viewer {
  /** UNIX seconds. */
  readonly timestamp: number;
  readonly participant: string;
  readonly status: string;
}

const viewersOf = perInstance(() => new Map<string, readonly Viewer[]>());

/** Statuses (stories). No notification of one's own is documented. @see https://green-api.com/en/docs/api/statuses/ */
export const statuses: Methods = {
  sendTextStatus: sendStatus(({ input }) => {
    const text = textIn(input, "message", 500);
    const font = optionalTextIn(input, "font") ?? "SERIF";
    if (!fonts.includes(font)) throw invalid(`'font' must be one of [${fonts.join(", ")}]`);
    const data = { text, backgroundColor: colorIn(input), font, participants: participantsIn(input) };
    return { typeMessage: "extendedTextMessage", extendedTextMessageData: data };
  }),
  sendVoiceStatus: sendStatus(({ input }) => {
    const backgroundColor = colorIn(input);
    return { ...fileContent(input, { backgroundColor }), typeMessage: "audioMessage" };
  }),
  sendMediaStatus: sendStatus(({ input }) => {
    optionalTextIn(input, "caption", 1_024);
    return fileContent(input, {});
  }),
  deleteStatus: { verbs: ["POST"], rate: 10, run: remove },
  getStatusStatistic: {
    verbs: ["GET"],
    rate: 1,
    run: ({ instance, query }) => viewersOf(instance).get(textIn(Object.fromEntries(query), "idMessage")) ?? [],
  },
  getIncomingStatuses: statusesOf("incoming"),
  getOutgoingStatuses: statusesOf("outgoing"),
};

const fonts: readonly string[] = ["SERIF", "SANS_SERIF", "NORICAN_REGULAR", "BRYNDAN_WRITE", "OSWALD_HEAVY"];

function statusesOf(type: "incoming" | "outgoing"): Method {
  return last(({ instance }, since) => instance.journal.messages(type, since).filter((row) => row["chatId"] === statusChat));
}

function sendStatus(contentOf: (call: Call) => Fields): Method {
  return {
    verbs: ["POST"],
    rate: 5,
    run: (call) => {
      const { instance, input, timers, times, clock } = call;
      const messageData = contentOf(call);
      const idMessage = instance.nextIdMessage();
      record(call, idMessage, messageData);
      timers.after(times.statusDelayMilliseconds, () => {
        const timestamp = Math.floor(clock.now() / 1_000);
        const viewers = participantsIn(input).map((participant) => ({ timestamp, participant, status: "delivered" }));
        viewersOf(instance).set(idMessage, viewers);
      });
      return { idMessage };
    },
  };
}

function remove(call: Call): void {
  const { instance, input } = call;
  const stanzaId = textIn(input, "idMessage");
  if (instance.journal.message(statusChat, stanzaId) === undefined) throw new ApiFailure(400, `Message not found by id ${stanzaId}`);
  record(call, instance.nextIdMessage(), { typeMessage: "deletedMessage", deletedMessageData: { stanzaId } });
}

/** A status is in the journal, and in no chat's history. */
function record({ instance, clock }: Call, idMessage: string, messageData: Fields): void {
  const notification = {
    typeWebhook: "outgoingAPIMessageReceived",
    timestamp: Math.floor(clock.now() / 1_000),
    idMessage,
    senderData: { chatId: statusChat },
    messageData,
  };
  instance.journal.record(notification, clock.now());
}

function fileContent(input: Fields, more: Fields): Fields {
  const { typeMessage, fileMessageData } = linkedFileContent(input);
  return { typeMessage, fileMessageData: { ...(fileMessageData as Fields), ...more, participants: participantsIn(input) } };
}

function colorIn(input: Fields): string {
  const color = optionalTextIn(input, "backgroundColor") ?? "#000000";
  if (!/^#[\dA-F]{6}$/i.test(color)) throw invalid("'backgroundColor' must be a color such as #228B22");
  return color;
}

/** Empty for everybody. */
function participantsIn(input: Fields): readonly string[] {
  return input["participants"] === undefined ? [] : textsIn(input, "participants");
}
