import type { LiteralUnion } from "type-fest";
import type { CallOptions } from "./call-options.ts";

/**
 * Methods that answer people. None is ever repeated: a repeat could send twice. 50 a second each, `readChat` 10. A message that was taken is
 * queued, not delivered.
 */
export interface SendingMethods {
  /** Marks a chat as read, up to `idMessage` where that is given. @see https://green-api.com/en/docs/api/marks/ReadChat/ */
  readChat(input: { readonly chatId: string; readonly idMessage?: string }, options?: CallOptions): Promise<{ readonly setRead: boolean }>;
  /** Sends text. @see https://green-api.com/en/docs/api/sending/SendMessage/ */
  sendMessage(input: SendMessageInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a file that GREEN-API fetches. @see https://green-api.com/en/docs/api/sending/SendFileByUrl/ */
  sendFileByUrl(input: SendFileByUrlInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a poll. @see https://green-api.com/en/docs/api/sending/SendPoll/ */
  sendPoll(input: SendPollInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a place. WhatsApp, Telegram. @see https://green-api.com/en/docs/api/sending/SendLocation/ */
  sendLocation(input: SendLocationInput, options?: CallOptions): Promise<SentMessage>;
  /** Sends a contact. @see https://green-api.com/en/docs/api/sending/SendContact/ */
  sendContact(input: SendContactInput, options?: CallOptions): Promise<SentMessage>;
}

/** What the sending methods answer. */
export interface SentMessage {
  /** The message's id, the same as in its notifications. */
  readonly idMessage: string;
}

/** What every sending method takes. */
export interface SendInput {
  /** `79000000000@c.us`, `…@g.us`, `…@lid`; on Telegram and MAX a number as a string. */
  readonly chatId: string;
  /** The message that this one replies to. */
  readonly quotedMessageId?: string;
  /** How long "typing" is shown before. Milliseconds, 1,000 to 20,000. Text and files only. */
  readonly typingTime?: number;
}

/** What `sendMessage` takes. */
export interface SendMessageInput extends SendInput {
  /** At most 20,000 characters, on MAX 4,000. */
  readonly message: string;
  /** Whether a link in the text gets a preview. */
  readonly linkPreview?: boolean;
  /** How large the preview is. */
  readonly typePreview?: LiteralUnion<"large" | "small", string>;
  /** A preview of one's own. */
  readonly customPreview?: {
    readonly title: string;
    readonly description?: string;
    readonly link?: string;
    readonly urlFile?: string;
    readonly jpegThumbnail?: string;
  };
}

/** What `sendFileByUrl` takes. */
export interface SendFileByUrlInput extends SendInput {
  /** Where GREEN-API fetches the file, at most 100 MB. */
  readonly urlFile: string;
  /** The file's name with its ending, which decides how it is shown. */
  readonly fileName: string;
  /** At most 1,024 characters, on Telegram 20,000. */
  readonly caption?: string;
  /** `recording` shows that instead of "typing". */
  readonly typingType?: LiteralUnion<"recording", string>;
}

/** What `sendPoll` takes. */
export interface SendPollInput extends SendInput {
  /** The question. */
  readonly message: string;
  /** 2 to 12 answers. */
  readonly options: readonly { readonly optionName: string }[];
  /** Whether several may be picked. By default no. */
  readonly multipleAnswers?: boolean;
}

/** What `sendLocation` takes. */
export interface SendLocationInput extends SendInput {
  /** Degrees. */
  readonly latitude: number;
  /** Degrees. */
  readonly longitude: number;
  /** The place's name. */
  readonly nameLocation?: string;
  /** The place's address, as a text. */
  readonly address?: string;
}

/** What `sendContact` takes. */
export interface SendContactInput extends SendInput {
  /** Whom the card shows: the phone number, and as much of the name and the company as is known. */
  readonly contact: {
    /** Digits without `+`. */
    readonly phoneContact: number;
    readonly firstName?: string;
    readonly middleName?: string;
    readonly lastName?: string;
    readonly company?: string;
  };
}
