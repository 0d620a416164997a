import type { OpenUnion } from "../../schema/open-union.ts";
import type { CallOptions } from "./call-options.ts";
import type { FileInput } from "./file-input.ts";
import { change, send, type MethodSpecs } from "./method-spec.ts";
import { check } from "./value-check.ts";

/**
 * Methods that send. None is ever retried, since a retry could send twice. 50 a second each, `readChat` 10 (on MAX 1), `uploadFile` on MAX 1. A
 * message that was accepted is queued, not yet delivered.
 */
export interface SendingMethods {
  /** Marks a chat as read, up to `idMessage` if that is given. @see https://green-api.com/en/docs/api/marks/ReadChat/ */
  readChat(input: { readonly chatId: string; readonly idMessage?: string }, options?: CallOptions): Promise<{ readonly setRead: boolean }>;
  /** Sends text. @see https://green-api.com/en/docs/api/sending/SendMessage/ */
  sendMessage(input: SendMessageInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a file that GREEN-API downloads. @see https://green-api.com/en/docs/api/sending/SendFileByUrl/ */
  sendFileByUrl(input: SendFileByUrlInput, options?: CallOptions): Promise<SentMessage>;
  /**
   * Uploads a file and sends it. How long it may take grows with the file's size: see `minUploadBytesPerSecond`.
   *
   * @see https://green-api.com/en/docs/api/sending/SendFileByUpload/
   */
  sendFileByUpload(input: SendFileByUploadInput, options?: CallOptions): Promise<SentFile>;
  /**
   * Uploads a file, for `sendFileByUrl` or a status. How long it may take grows with the file's size: see `minUploadBytesPerSecond`.
   *
   * @see https://green-api.com/en/docs/api/sending/UploadFile/
   */
  uploadFile(input: UploadFileInput, options?: CallOptions): Promise<UploadedFile>;
  /** Sends a poll. @see https://green-api.com/en/docs/api/sending/SendPoll/ */
  sendPoll(input: SendPollInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a location. WhatsApp, Telegram. @see https://green-api.com/en/docs/api/sending/SendLocation/ */
  sendLocation(input: SendLocationInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a contact. @see https://green-api.com/en/docs/api/sending/SendContact/ */
  sendContact(input: SendContactInput, options?: CallOptions): Promise<SentMessage>;
  /** Forwards messages of one chat to another. WhatsApp, MAX. @see https://green-api.com/en/docs/api/sending/ForwardMessages/ */
  forwardMessages(input: ForwardMessagesInput, options?: CallOptions): Promise<ForwardedMessages>;
  /**
   * Sends text with buttons that copy a text, call a number or open a URL. WhatsApp, beta. Users report that GREEN-API allows one a second.
   *
   * @see https://green-api.com/en/docs/api/sending/SendInteractiveButtons/
   */
  sendInteractiveButtons(input: SendInteractiveButtonsInput, options?: CallOptions): Promise<SentMessage>;
  /**
   * Sends text with buttons that reply; a press comes as `interactiveButtonsResponse`. WhatsApp, beta.
   *
   * @see https://green-api.com/en/docs/api/sending/SendInteractiveButtonsReply/
   */
  sendInteractiveButtonsReply(input: SendInteractiveButtonsReplyInput, options?: CallOptions): Promise<SentMessage>;
  /**
   * Shows "typing" in a chat, or "recording". WhatsApp, Telegram. No rate is documented: 1 a second.
   *
   * @see https://green-api.com/en/docs/api/service/SendTyping/
   */
  sendTyping(input: SendTypingInput, options?: CallOptions): Promise<void>;
}

export interface SentMessage {
  /** The message's id, the same as in its notifications. */
  readonly idMessage: string;
}

export interface SendInput {
  /** `79000000000@c.us`, `…@g.us`, `…@lid`; on Telegram and MAX a number as a string. */
  readonly chatId: string;
  /** The `idMessage` of the message that this one replies to. */
  readonly quotedMessageId?: string;
  /** How long "typing" is shown first. Milliseconds, 1,000 to 20,000. */
  readonly typingTime?: number;
}

export interface SendMessageInput extends SendInput {
  /** At most 20,000 characters, on MAX 4,000. */
  readonly message: string;
  /** Whether a link in the text gets a preview. By default the setting `linkPreview` decides. */
  readonly linkPreview?: boolean;
  readonly typePreview?: OpenUnion<"large" | "small">;
  /** Replaces the preview that the link would get. */
  readonly customPreview?: {
    readonly title: string;
    readonly description?: string;
    readonly link?: string;
    readonly urlFile?: string;
    readonly jpegThumbnail?: string;
  };
  /** Whether the chat is archived afterwards. In three clients of GREEN-API's own. */
  readonly archiveChat?: boolean;
}

export interface SendFileByUrlInput extends SendInput {
  /** GREEN-API downloads the file from here. At most 100 MB. */
  readonly urlFile: string;
  /** With an extension, which decides how the file is shown. */
  readonly fileName: string;
  /** At most 1,024 characters by one page, 20,000 by GREEN-API's Postman collection and on Telegram. */
  readonly caption?: string;
  readonly typingType?: TypingType;
  /** Whether the chat is archived afterwards. In two clients of GREEN-API's own. */
  readonly archiveChat?: boolean;
}

export interface SendFileByUploadInput extends SendInput {
  readonly file: FileInput;
  /**
   * With an extension, which decides how the file is shown.
   *
   * @default the file's own name; `"file"` if it has none
   */
  readonly fileName?: string;
  /**
   * The file's media type.
   *
   * @default the file's own; `"application/octet-stream"` if it has none
   */
  readonly mimeType?: string;
  /** At most 20,000 characters by GREEN-API's Postman collection, 1,024 by one page. */
  readonly caption?: string;
  readonly typingType?: TypingType;
}

export interface SentFile extends SentMessage {
  /** The file's URL, valid for 15 days. */
  readonly urlFile: string;
}

export interface UploadFileInput {
  readonly file: FileInput;
  /**
   * The file's media type. Needed unless the file has one.
   *
   * @default the file's own
   */
  readonly mimeType?: string;
  /**
   * Sent as the header `GA-Filename`, which GREEN-API needs for media types that it doesn't know. Browsers refuse to send that header there. What
   * isn't printable ASCII is percent-encoded.
   *
   * @default undefined: the header isn't sent
   */
  readonly fileName?: string;
}

export interface UploadedFile {
  /** The file's URL, valid for 15 days. */
  readonly urlFile: string;
}

/** `recording` on WhatsApp, the others on Telegram. */
export type TypingType = OpenUnion<
  | "recording"
  | "text"
  | "record_voice_note"
  | "upload_voice_note"
  | "record_video_note"
  | "upload_video_note"
  | "record_video"
  | "upload_video"
  | "upload_photo"
  | "upload_document"
  | "choose_sticker"
  | "choose_location"
  | "choose_contact"
>;

export interface SendPollInput extends SendInput {
  /** The question, at most 255 characters. */
  readonly message: string;
  /** 2 to 12, each another one of at most 100 characters. */
  readonly options: readonly { readonly optionName: string }[];
  /**
   * Whether several options may be chosen.
   *
   * @default false
   */
  readonly multipleAnswers?: boolean;
  /** Whether votes don't show who voted. Telegram. */
  readonly isAnonymous?: boolean;
}

export interface SendLocationInput extends SendInput {
  /** Degrees. */
  readonly latitude: number;
  /** Degrees. */
  readonly longitude: number;
  readonly nameLocation?: string;
  readonly address?: string;
}

export interface SendContactInput extends SendInput {
  readonly contact: {
    /** Digits without `+`. */
    readonly phoneContact: number;
    readonly firstName?: string;
    readonly middleName?: string;
    readonly lastName?: string;
    readonly company?: string;
  };
}

export interface ForwardMessagesInput {
  /** The chat that they are forwarded to. */
  readonly chatId: string;
  /** The chat that they are in. */
  readonly chatIdFrom: string;
  /** Their `idMessage`s. */
  readonly messages: readonly string[];
  /** How long "typing" is shown first. Milliseconds, 1,000 to 20,000. */
  readonly typingTime?: number;
}

export interface ForwardedMessages {
  /** The new messages' ids, in order. */
  readonly messages: readonly string[];
}

/** A button with the key that its `type` needs. */
export type InteractiveButton = {
  readonly buttonId: string;
  /** At most 25 characters. */
  readonly buttonText: string;
} & (
  | { readonly type: "copy"; readonly copyCode: string }
  | { readonly type: "call"; /** Digits. */ readonly phoneNumber: string }
  | { readonly type: "url"; readonly url: string }
  | { /** In two clients of GREEN-API's own. */ readonly type: "reply" }
);

/** The parts of a message with buttons. */
export interface ButtonsInput extends SendInput {
  /** The text, at most 20,000 characters by one page, 255 by one client of GREEN-API's own. */
  readonly body: string;
  readonly header?: string;
  readonly footer?: string;
}

export interface SendInteractiveButtonsInput extends ButtonsInput {
  /** 1 to 3. */
  readonly buttons: readonly InteractiveButton[];
}

export interface SendInteractiveButtonsReplyInput extends ButtonsInput {
  /** 1 to 3, each text of at most 25 characters. */
  readonly buttons: readonly { readonly buttonId: string; readonly buttonText: string }[];
}

export interface SendTypingInput {
  readonly chatId: string;
  /**
   * Milliseconds, 1,000 to 20,000.
   *
   * @default 1_000
   */
  readonly typingTime?: number;
  /** @default "typing" is shown */
  readonly typingType?: TypingType;
}

const sendOptions = { quotedMessageId: check.nonBlank, typingTime: check.typingTime };
const response = { idMessage: check.text };
const buttons = {
  required: { chatId: check.nonBlank, body: check.text, buttons: check.buttons },
  optional: { ...sendOptions, header: check.text, footer: check.text },
};

export const sendingSpecs: MethodSpecs<SendingMethods> = {
  readChat: {
    ...change,
    callsPerSecond: 10,
    ratesElsewhere: { max: 1 },
    input: { required: { chatId: check.nonBlank }, optional: { idMessage: check.nonBlank } },
    response: { setRead: check.flag },
    // `{ result: true }` was reported.
    normalize: (response) =>
      response["setRead"] === undefined && typeof response["result"] === "boolean"
        ? { ...response, setRead: response["result"] }
        : response,
  },
  sendMessage: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, message: check.text },
      optional: {
        ...sendOptions,
        linkPreview: check.flag,
        typePreview: check.text,
        customPreview: check.linkPreview,
        archiveChat: check.flag,
      },
    },
    response,
  },
  sendFileByUrl: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, urlFile: check.nonBlank, fileName: check.nonBlank },
      optional: { ...sendOptions, caption: check.text, typingType: check.text, archiveChat: check.flag },
    },
    response,
  },
  sendFileByUpload: {
    ...send,
    host: "media",
    input: {
      required: { chatId: check.nonBlank, file: check.file },
      optional: { ...sendOptions, fileName: check.nonBlank, mimeType: check.mediaType, caption: check.text, typingType: check.text },
    },
    inputAs: "form",
    response: { idMessage: check.text, urlFile: check.text },
  },
  uploadFile: {
    ...send,
    host: "media",
    ratesElsewhere: { max: 1 },
    input: { required: { file: check.file }, optional: { mimeType: check.mediaType, fileName: check.nonBlank } },
    inputAs: "file",
    response: { urlFile: check.text },
  },
  sendPoll: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, message: check.pollQuestion, options: check.pollOptions },
      optional: { ...sendOptions, multipleAnswers: check.flag, isAnonymous: check.flag },
    },
    response,
  },
  sendLocation: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, latitude: check.number, longitude: check.number },
      optional: { ...sendOptions, nameLocation: check.text, address: check.text },
    },
    response,
  },
  sendContact: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, contact: check.contact },
      optional: { ...sendOptions },
    },
    response,
  },
  forwardMessages: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, chatIdFrom: check.nonBlank, messages: check.texts },
      optional: { typingTime: check.typingTime },
    },
    response: { messages: check.texts },
  },
  sendInteractiveButtons: { ...send, input: buttons, response },
  sendInteractiveButtonsReply: { ...send, input: buttons, response },
  sendTyping: {
    ...change,
    input: { required: { chatId: check.nonBlank }, optional: { typingTime: check.typingTime, typingType: check.text } },
    response: "nothing",
  },
};
