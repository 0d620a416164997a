import { ApiValidationError } from "../api/call/api-error.ts";
import type { ApiClient } from "../api/methods/api-client.ts";
import type { CallOptions } from "../api/methods/call-options.ts";
import type { FileInput } from "../api/methods/file-input.ts";
import type {
  InteractiveButton,
  SendContactInput,
  SendFileByUploadInput,
  SendInput,
  SendLocationInput,
  SendMessageInput,
  SendPollInput,
  SentMessage,
} from "../api/methods/sending.ts";
import type { IncomingCall } from "../notifications/incoming-call.ts";
import type { MessageNotification } from "../notifications/message-notification.ts";
import type { OutgoingCall } from "../notifications/outgoing-call.ts";
import type { OutgoingMessageStatus } from "../notifications/outgoing-message-status.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { chatOf } from "../readers/chat-of.ts";
import { editOf } from "../readers/edit-of.ts";
import { fieldsOf } from "../readers/fields-of.ts";
import { notificationFieldsOf } from "../readers/notification-fields-of.ts";
import { stringFrom } from "../schema/string-from.ts";
import { replyChecks } from "./reply-limits.ts";

/** What has a chat to reply in. */
export type Repliable = MessageNotification | OutgoingMessageStatus | IncomingCall | OutgoingCall | KnownNotification | UnknownNotification;

/** The methods that replies are sent with. */
export type ReplyClient = Pick<
  ApiClient,
  | "sendMessage"
  | "sendFileByUrl"
  | "sendFileByUpload"
  | "sendPoll"
  | "sendLocation"
  | "sendContact"
  | "sendInteractiveButtons"
  | "sendInteractiveButtonsReply"
>;

/** Options of every reply. */
export interface ReplyOptions extends CallOptions, Pick<SendInput, "typingTime"> {
  /**
   * Whether the reply quotes the message; of an edited one, the original.
   *
   * @default false
   */
  readonly quote?: boolean | undefined;
}

/** Options of {@link Reply.text}. */
export type TextReplyOptions = ReplyOptions & Omit<SendMessageInput, keyof SendInput | "message">;

/** Options of {@link Reply.file}. */
export type FileReplyOptions = ReplyOptions & Pick<SendFileByUploadInput, "fileName" | "mimeType" | "caption" | "typingType">;

/** Options of {@link Reply.poll}. */
export type PollReplyOptions = ReplyOptions & Omit<SendPollInput, keyof SendInput | "message" | "options">;

/** Options of {@link Reply.buttons}. */
export interface ButtonsReplyOptions extends ReplyOptions {
  readonly header?: string;
  readonly footer?: string;
}

/** A button that is answered with `interactiveButtonsResponse`; `onChoice` gets its id. */
export interface ReplyButton {
  readonly type?: never;
  readonly buttonId: string;
  /** At most 25 characters. */
  readonly buttonText: string;
}

/**
 * Sends to the chat of a notification. Nothing is retried, since a retry could send twice. What the notification's messenger doesn't allow is refused before
 * it is sent, where GREEN-API's sources agree on the limit: texts of more than 20,000 characters (on MAX 4,000), captions of more than 20,000 on
 * Telegram, buttons on Telegram and MAX.
 */
export interface Reply {
  text(message: string, options?: TextReplyOptions): Promise<SentMessage>;
  /**
   * A file, uploaded: bytes, a `Blob`, what `fileFrom(path)` of `@greenhook/node` returns, or a stream. Or the URL of one, for GREEN-API to download. Its
   * name, which decides how it is shown, is the option `fileName`; without it the file's own, of a URL the last part of the path.
   */
  file(file: FileInput | string | URL, options?: FileReplyOptions): Promise<SentMessage>;
  /** A poll with 2 to 12 options. */
  poll(question: string, options: readonly string[], settings?: PollReplyOptions): Promise<SentMessage>;
  location(location: Omit<SendLocationInput, keyof SendInput>, options?: ReplyOptions): Promise<SentMessage>;
  contact(contact: SendContactInput["contact"], options?: ReplyOptions): Promise<SentMessage>;
  /** A text with 1 to 3 buttons: with those that have a `type`, or with those that reply. WhatsApp, beta. */
  buttons(body: string, buttons: readonly (ReplyButton | InteractiveButton)[], options?: ButtonsReplyOptions): Promise<SentMessage>;
}

/**
 * Replies in the chat that a notification belongs to; in a group that is the group.
 *
 * @throws TypeError where there is no chat: a status from before 2022, an unknown type without one.
 *
 * @example
 * createDispatcher().onText("menu", (notification) =>
 *   replyTo(client, notification).text("Soup of the day: borscht", { quote: true }));
 */
export function replyTo(client: ReplyClient, notification: Repliable): Reply {
  const chatId = chatToReplyIn(notification);
  const { instanceData } = notificationFieldsOf(notification);
  const check = replyChecks(fieldsOf(instanceData)["typeInstance"]);

  /** The parts that every input has, the options of the input, and those of the call. */
  function parts<Options extends ReplyOptions>(method: string, { quote, signal, timeoutMilliseconds, ...rest }: Options) {
    const quotedMessageId = quote === true ? quotableIdOf(method, notification) : undefined;
    return {
      base: { chatId, ...(quotedMessageId === undefined ? undefined : { quotedMessageId }) } satisfies SendInput,
      rest,
      call: { signal, timeoutMilliseconds },
    };
  }

  return {
    async text(message, options = {}) {
      check.length("sendMessage", "message", message);
      const { base, rest, call } = parts("sendMessage", options);
      return client.sendMessage({ ...base, ...rest, message }, call);
    },
    async file(file, options = {}) {
      const byUrl = typeof file === "string" || file instanceof URL;
      const method = byUrl ? "sendFileByUrl" : "sendFileByUpload";
      check.length(method, "caption", options.caption);
      const { base, rest, call } = parts(method, options);
      if (!byUrl) return client.sendFileByUpload({ ...base, ...rest, file }, call);
      const { mimeType: _, fileName = nameIn(method, file), ...others } = rest;
      return client.sendFileByUrl({ ...base, ...others, urlFile: String(file), fileName }, call);
    },
    async poll(question, options, settings = {}) {
      const { base, rest, call } = parts("sendPoll", settings);
      return client.sendPoll({ ...base, ...rest, message: question, options: options.map((optionName) => ({ optionName })) }, call);
    },
    async location(location, options = {}) {
      const { base, rest, call } = parts("sendLocation", options);
      return client.sendLocation({ ...base, ...rest, ...location }, call);
    },
    async contact(contact, options = {}) {
      const { base, rest, call } = parts("sendContact", options);
      return client.sendContact({ ...base, ...rest, contact }, call);
    },
    async buttons(body, buttons, options = {}) {
      const typed = buttons.some(({ type = "reply" }) => type !== "reply");
      const method = typed ? "sendInteractiveButtons" : "sendInteractiveButtonsReply";
      check.buttons(method);
      const { base, rest, call } = parts(method, options);
      if (!typed) return client.sendInteractiveButtonsReply({ ...base, ...rest, body, buttons: buttons.map(withoutType) }, call);
      return client.sendInteractiveButtons({ ...base, ...rest, body, buttons: buttons.map(withType) }, call);
    },
  };
}

function chatToReplyIn(notification: Repliable): string {
  const chatId = chatOf(notification);
  if (chatId) return chatId;
  throw new TypeError("Cannot reply to the notification: it belongs to no chat");
}

function quotableIdOf(method: string, notification: Repliable): string {
  const { typeWebhook, idMessage } = notificationFieldsOf(notification);
  const isCall = typeWebhook === "incomingCall" || typeWebhook === "outgoingCall";
  const id = isCall ? undefined : editOf(notification)?.idMessage || stringFrom(idMessage);
  if (id) return id;
  throw new ApiValidationError({ method, key: "quote", expected: "be absent: the notification has no message to quote" });
}

/** The last part of a URL's path. @throws {ApiValidationError} there is none with an extension */
function nameIn(method: string, url: string | URL): string {
  const [, name = ""] = /^[a-z]+:\/\/[^/?#]+\/(?:[^?#]*\/)?([^/?#]+)/i.exec(String(url)) ?? [];
  if (/.\.[a-z\d]+$/i.test(name)) return decoded(name);
  throw new ApiValidationError({ method, key: "fileName", expected: "be given, since the URL doesn't end with one" });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function withoutType({ buttonId, buttonText }: ReplyButton | InteractiveButton): ReplyButton {
  return { buttonId, buttonText };
}

function withType(button: ReplyButton | InteractiveButton): InteractiveButton {
  return button.type === undefined ? { ...button, type: "reply" } : button;
}
