import type { ApiClient } from "./api-client.ts";
import type { AnswerShape, InputShape, MethodRow } from "./method-spec.ts";
import type { PartnerMethods } from "./partner.ts";
import { check, type ValueCheck } from "./value-check.ts";

const mebibyte = 1_048_576;

/** What most methods are; a row names what differs. */
const read = { verb: "GET", host: "api", callsPerSecond: 1, repeatable: true, maxAnswerBytes: mebibyte } as const;
const act = { ...read, repeatable: false } as const;
const post = { ...read, verb: "POST" } as const;
const send = { ...post, callsPerSecond: 50, repeatable: false } as const;
const journal = { ...read, maxAnswerBytes: 32 * mebibyte } as const;

const list: AnswerShape = { kind: "list" };
const sent = object({ idMessage: check.text });
const message: InputShape = { required: { chatId: check.name, idMessage: check.name } };
const since: InputShape = { optional: { minutes: check.positive } };
const quoting = { quotedMessageId: check.name, typingTime: check.positive };

/** Every method of an instance. A new one is a row here and its types in one of the interfaces of `ApiClient`. */
export const methodTable: { readonly [Method in keyof ApiClient]: MethodRow } = {
  // Account
  getSettings: { ...read, answer: object({}) },
  setSettings: { ...post, repeatable: false, input: {}, inputAs: "settings", answer: object({ saveSettings: check.flag }) },
  getStateInstance: { ...read, answer: { kind: "object", required: { stateInstance: check.text }, nothing: "starting" } },
  getStatusInstance: { ...read, answer: object({ statusInstance: check.text }) },
  getStateInstanceHistory: { ...read, wireName: "GetStateInstanceHistory", input: { optional: { count: check.positive } }, answer: list },
  reboot: { ...act, answer: object({ isReboot: check.flag }) },
  logout: { ...act, answer: object({ isLogout: check.flag }) },
  qr: { ...read, callsPerSecond: 3, answer: object({ type: check.text }) },
  getAuthorizationCode: {
    ...post,
    repeatable: false,
    input: { required: { phoneNumber: check.positive } },
    answer: object({ status: check.flag }),
  },
  getWaSettings: { ...read, answer: object({}) },
  getAccountSettings: { ...read, answer: object({}) },
  setProfilePicture: {
    ...send,
    callsPerSecond: 0.1,
    input: { required: { file: check.bytes } },
    inputAs: "multipart",
    answer: object({ setProfilePicture: check.flag }),
  },
  updateApiToken: { ...act, answer: object({ apiTokenInstance: check.name }) },
  startAuthorization: {
    ...post,
    repeatable: false,
    input: { required: { phoneNumber: check.positive } },
    answer: object({ status: check.flag }),
  },
  sendAuthorizationCode: {
    ...post,
    repeatable: false,
    input: { required: { code: check.name }, optional: { password: check.text } },
    answer: object({ status: check.flag }),
  },
  sendAuthorizationPassword: {
    ...post,
    repeatable: false,
    input: { required: { password: check.name } },
    answer: object({ status: check.flag }),
  },

  // Receiving. A notification may have the 8 MiB that the webhook handler takes: a smaller limit would hold up the queue.
  receiveNotification: {
    ...read,
    callsPerSecond: 100,
    maxAnswerBytes: 9 * mebibyte,
    input: { optional: { receiveTimeout: check.seconds } },
    answer: { kind: "object", required: { receiptId: check.number }, nothing: "undefined" },
  },
  deleteNotification: {
    ...read,
    verb: "DELETE",
    callsPerSecond: 100,
    input: { required: { receiptId: check.positive } },
    pathKey: "receiptId",
    answer: object({ result: check.flag }),
  },
  downloadFile: { ...post, callsPerSecond: 5, input: message, answer: object({ downloadUrl: check.text }) },

  // Queues
  getMessagesCount: { ...read, answer: object({ count: check.number }) },
  showMessagesQueue: { ...journal, answer: list },
  clearMessagesQueue: { ...act, answer: object({ isCleared: check.flag }) },
  getWebhooksCount: { ...read, answer: object({ count: check.number }) },
  clearWebhooksQueue: { ...act, verb: "DELETE", answer: object({ isCleared: check.flag }) },

  // Sending
  readChat: {
    ...send,
    callsPerSecond: 10,
    input: { required: { chatId: check.name }, optional: { idMessage: check.name } },
    answer: object({ setRead: check.flag }),
  },
  sendMessage: {
    ...send,
    input: {
      required: { chatId: check.name, message: check.text },
      optional: { ...quoting, linkPreview: check.flag, typePreview: check.text, customPreview: check.object },
    },
    answer: sent,
  },
  sendFileByUrl: {
    ...send,
    input: {
      required: { chatId: check.name, urlFile: check.name, fileName: check.name },
      optional: { ...quoting, caption: check.text, typingType: check.text },
    },
    answer: sent,
  },
  sendPoll: {
    ...send,
    input: {
      required: { chatId: check.name, message: check.text, options: check.choices },
      optional: { ...quoting, multipleAnswers: check.flag },
    },
    answer: sent,
  },
  sendLocation: {
    ...send,
    input: {
      required: { chatId: check.name, latitude: check.number, longitude: check.number },
      optional: { ...quoting, nameLocation: check.text, address: check.text },
    },
    answer: sent,
  },
  sendContact: { ...send, input: { required: { chatId: check.name, contact: check.contact }, optional: quoting }, answer: sent },

  // Journals
  getChatHistory: {
    ...journal,
    verb: "POST",
    input: { required: { chatId: check.name }, optional: { count: check.positive } },
    answer: list,
  },
  getMessage: { ...journal, verb: "POST", callsPerSecond: 10, input: message, answer: object({}) },
  lastIncomingMessages: { ...journal, input: since, answer: list },
  lastOutgoingMessages: { ...journal, input: since, answer: list },
  lastIncomingCalls: { ...journal, input: since, answer: list },
  lastOutgoingCalls: { ...journal, input: since, answer: list },
};

/** Every method of a partner. */
export const partnerMethodTable: { readonly [Method in keyof PartnerMethods]: MethodRow } = {
  getInstances: { ...journal, answer: list },
  createInstance: {
    ...post,
    repeatable: false,
    input: {},
    inputAs: "settings and name",
    answer: object({ idInstance: check.number, apiTokenInstance: check.name }),
  },
  deleteInstanceAccount: {
    ...post,
    repeatable: false,
    input: { required: { idInstance: check.positive } },
    answer: object({ deleteInstanceAccount: check.flag }),
  },
};

function object(required: Readonly<Record<string, ValueCheck>>): AnswerShape {
  return { kind: "object", required };
}
