import type { OpenUnion } from "../../schema/open-union.ts";
import type { CallOptions } from "./call-options.ts";
import { change, send, type MethodSpecs } from "./method-spec.ts";
import { check } from "./value-check.ts";

/**
 * Methods that send. None is ever retried, since a retry could send twice. 50 a second each, `readChat` 10. A message that was accepted is
 * queued, not yet delivered.
 */
export interface SendingMethods {
  /** Marks a chat as read, up to `idMessage` if that is given. @see https://green-api.com/en/docs/api/marks/ReadChat/ */
  readChat(input: { readonly chatId: string; readonly idMessage?: string }, options?: CallOptions): Promise<{ readonly setRead: boolean }>;
  /** Sends text. @see https://green-api.com/en/docs/api/sending/SendMessage/ */
  sendMessage(input: SendMessageInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a file that GREEN-API downloads. @see https://green-api.com/en/docs/api/sending/SendFileByUrl/ */
  sendFileByUrl(input: SendFileByUrlInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a poll. @see https://green-api.com/en/docs/api/sending/SendPoll/ */
  sendPoll(input: SendPollInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a location. WhatsApp, Telegram. @see https://green-api.com/en/docs/api/sending/SendLocation/ */
  sendLocation(input: SendLocationInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a contact. @see https://green-api.com/en/docs/api/sending/SendContact/ */
  sendContact(input: SendContactInput, options?: CallOptions): Promise<SentMessage>;
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
  /** How long "typing" is shown first. Milliseconds, 1,000 to 20,000. Text and files only. */
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
}

export interface SendFileByUrlInput extends SendInput {
  /** GREEN-API downloads the file from here. At most 100 MB. */
  readonly urlFile: string;
  /** With an extension, which decides how the file is shown. */
  readonly fileName: string;
  /** At most 1,024 characters, on Telegram 20,000. */
  readonly caption?: string;
  /** `recording` shows that instead of "typing". */
  readonly typingType?: OpenUnion<"recording">;
}

export interface SendPollInput extends SendInput {
  /** The question. */
  readonly message: string;
  /** 2 to 12. */
  readonly options: readonly { readonly optionName: string }[];
  /**
   * Whether several options may be chosen.
   *
   * @default false
   */
  readonly multipleAnswers?: boolean;
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

export const sendingSpecs: MethodSpecs<SendingMethods> = {
  readChat: {
    ...change,
    callsPerSecond: 10,
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
        quotedMessageId: check.nonBlank,
        typingTime: check.positiveInteger,
        linkPreview: check.flag,
        typePreview: check.text,
        customPreview: check.linkPreview,
      },
    },
    response: { idMessage: check.text },
  },
  sendFileByUrl: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, urlFile: check.nonBlank, fileName: check.nonBlank },
      optional: { quotedMessageId: check.nonBlank, typingTime: check.positiveInteger, caption: check.text, typingType: check.text },
    },
    response: { idMessage: check.text },
  },
  sendPoll: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, message: check.text, options: check.pollOptions },
      optional: { quotedMessageId: check.nonBlank, typingTime: check.positiveInteger, multipleAnswers: check.flag },
    },
    response: { idMessage: check.text },
  },
  sendLocation: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, latitude: check.number, longitude: check.number },
      optional: { quotedMessageId: check.nonBlank, typingTime: check.positiveInteger, nameLocation: check.text, address: check.text },
    },
    response: { idMessage: check.text },
  },
  sendContact: {
    ...send,
    input: {
      required: { chatId: check.nonBlank, contact: check.contact },
      optional: { quotedMessageId: check.nonBlank, typingTime: check.positiveInteger },
    },
    response: { idMessage: check.text },
  },
};
