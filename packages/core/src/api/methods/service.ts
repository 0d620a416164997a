import type { OpenUnion } from "../../schema/open-union.ts";
import type { CallOptions } from "./call-options.ts";
import { change, query, readMany, type MethodSpecs } from "./method-spec.ts";
import type { MessageInput } from "./receiving.ts";
import { check } from "./value-check.ts";

/**
 * Methods of accounts, chats and messages that exist already. Rates are those documented for WhatsApp, per instance and method. Only those that
 * read are retried, and not `checkWhatsapp` and `checkAccount`, since each of their calls counts against the plan.
 */
export interface ServiceMethods {
  /**
   * Whether a phone number has WhatsApp. WhatsApp. 10 a second; the Developer plan has 100 a month. Never retried.
   *
   * @see https://green-api.com/en/docs/api/service/CheckWhatsapp/
   */
  checkWhatsapp(input: CheckWhatsappInput, options?: CallOptions): Promise<CheckedWhatsapp>;
  /**
   * Whether a phone number or a username has an account. Telegram, MAX. 10 a second. Never retried.
   *
   * @throws {ApiQuotaError} the messenger's limit of checks is used up; on MAX for about 2 hours
   * @see https://green-api.com/en/telegram/docs/api/service/CheckAccount/
   */
  checkAccount(input: CheckAccountInput, options?: CallOptions): Promise<CheckedAccount>;
  /** The picture of an account or a group. 10 a second. @see https://green-api.com/en/docs/api/service/GetAvatar/ */
  getAvatar(input: { readonly chatId: string }, options?: CallOptions): Promise<Avatar>;
  /** The account's contacts. 1 a second. @see https://green-api.com/en/docs/api/service/GetContacts/ */
  getContacts(input?: GetContactsInput, options?: CallOptions): Promise<readonly ContactRow[]>;
  /** What is known about a contact. 1 a second, on MAX 10. @see https://green-api.com/en/docs/api/service/GetContactInfo/ */
  getContactInfo(input: { readonly chatId: string }, options?: CallOptions): Promise<ContactInfo>;
  /**
   * The account's chats, refreshed once a minute. No rate is documented: 1 a second.
   *
   * @see https://green-api.com/en/docs/api/service/GetChats/
   */
  getChats(input?: { readonly count?: number }, options?: CallOptions): Promise<readonly ChatRow[]>;
  /**
   * Changes the text of a message that the account sent within the last 15 minutes. 1 a second, on MAX 50. Journals show it only while the
   * setting `editedMessageWebhook` is on.
   *
   * @see https://green-api.com/en/docs/api/service/EditMessage/
   */
  editMessage(input: MessageInput & { readonly message: string }, options?: CallOptions): Promise<{ readonly idMessage: string }>;
  /**
   * Deletes a message. 10 a second. Journals show it only while the setting `deletedMessageWebhook` is on.
   *
   * @see https://green-api.com/en/docs/api/service/DeleteMessage/
   */
  deleteMessage(input: DeleteMessageInput, options?: CallOptions): Promise<void>;
  /** Archives a chat. WhatsApp, Telegram. 10 a second. @see https://green-api.com/en/docs/api/service/ArchiveChat/ */
  archiveChat(input: { readonly chatId: string }, options?: CallOptions): Promise<void>;
  /** Takes a chat out of the archive. WhatsApp, Telegram. 10 a second. @see https://green-api.com/en/docs/api/service/UnarchiveChat/ */
  unarchiveChat(input: { readonly chatId: string }, options?: CallOptions): Promise<void>;
  /** Makes the messages of a chat disappear after a time. WhatsApp. 1 a second. @see https://green-api.com/en/docs/api/service/SetDisappearingChat/ */
  setDisappearingChat(input: DisappearingChatInput, options?: CallOptions): Promise<DisappearingChat>;
}

export type CheckWhatsappInput = {
  /** Whether to ask WhatsApp and not the cache. In GREEN-API's own web client. */
  readonly force?: boolean;
} & (
  | { readonly chatId: string; readonly phoneNumber?: never }
  | {
      /**
       * Digits without `+`, 11 to 16 of them.
       *
       * @deprecated by GREEN-API: use `chatId`
       */
      readonly phoneNumber: number;
      readonly chatId?: never;
    }
);

export interface CheckedWhatsapp {
  readonly existsWhatsapp: boolean;
  /** The account's chat id, which may be `…@lid`. */
  readonly chatId?: string | null;
  readonly username?: string | null;
  readonly phoneNumber?: number | string | null;
  readonly fromCache?: boolean;
}

export type CheckAccountInput = {
  /** Whether to ask the messenger and not the cache. In GREEN-API's own web client. */
  readonly force?: boolean;
} & (
  | { /** Digits without `+`. */ readonly phoneNumber: number; readonly username?: never }
  | { /** In GREEN-API's own web client. */ readonly username: string; readonly phoneNumber?: never }
);

export interface CheckedAccount {
  readonly exist: boolean;
  /** The account's chat id: digits. */
  readonly chatId?: string | number | null;
  readonly fromCache?: boolean;
}

export interface Avatar {
  /** URL of the picture; empty if there is none, or if it isn't shown to this account. */
  readonly urlAvatar?: string | null;
  readonly available?: boolean;
  /** In the place of `available` in older responses. */
  readonly existsWhatsapp?: boolean;
  /** In GREEN-API's own web client. */
  readonly base64Avatar?: string | null;
  readonly reason?: OpenUnion<"bad request data" | "get avatar timeout limit exceeded"> | null;
}

export interface GetContactsInput {
  /**
   * Whether groups alone (`true`) or accounts alone (`false`) are listed.
   *
   * @default undefined: both
   */
  readonly group?: boolean;
  /**
   * The most to list.
   *
   * @default undefined: all
   */
  readonly count?: number;
}

export interface ContactRow {
  /** The chat id, on WhatsApp. */
  readonly id?: string;
  /** The chat id, on Telegram and MAX. */
  readonly chatId?: string;
  /** The name that the account gave itself, or the group's. */
  readonly name?: string;
  /** The name in the address book. */
  readonly contactName?: string;
  readonly type?: OpenUnion<"user" | "group" | "supergroup" | "channel" | "bot">;
  readonly phoneNumber?: string | number | null;
  /** Other keys. */
  readonly [key: string]: unknown;
}

export interface ChatRow extends ContactRow {
  /** Whether the chat is archived. */
  readonly archive?: boolean;
  /** When messages disappear, seconds; 0 for never. */
  readonly ephemeralExpiration?: number;
  /** When that was set, UNIX seconds. */
  readonly ephemeralSettingTimestamp?: number;
}

export interface ContactInfo {
  /** URL of the picture. */
  readonly avatar?: string | null;
  /** In two clients of GREEN-API's own. */
  readonly base64Avatar?: string | null;
  /** The name that the account gave itself. */
  readonly name?: string;
  /** The name in the address book. */
  readonly contactName?: string;
  /** A business account's. */
  readonly email?: string | null;
  /** A business account's. */
  readonly category?: string | null;
  readonly description?: string | null;
  /** A business account's. */
  readonly products?: readonly ContactProduct[];
  readonly chatId?: string;
  /** When the account was online last: a date as text, or UNIX seconds. */
  readonly lastSeen?: string | number | null;
  readonly isArchive?: boolean;
  /** Whether the chat's messages disappear. */
  readonly isDisappearing?: boolean;
  readonly isMute?: boolean;
  readonly isBusiness?: boolean;
  /** When messages disappear, seconds; 0 for never. */
  readonly messageExpiration?: number;
  /** UNIX seconds. */
  readonly muteExpiration?: number | null;
  /** MAX. */
  readonly chatType?: string;
  /** MAX. */
  readonly phoneNumber?: number | string | null;
  /** MAX. */
  readonly phoneNumberTimestamp?: number | null;
  /** Other keys. */
  readonly [key: string]: unknown;
}

export interface ContactProduct {
  readonly id?: string;
  readonly imageUrls?: { readonly requested?: string; readonly original?: string };
  readonly reviewStatus?: { readonly whatsapp?: string };
  readonly availability?: string;
  readonly name?: string;
  readonly description?: string;
  readonly price?: string | null;
  readonly isHidden?: boolean;
}

export interface DeleteMessageInput extends MessageInput {
  /**
   * Whether it is deleted for this account alone.
   *
   * @default false
   */
  readonly onlySenderDelete?: boolean;
}

export interface DisappearingChatInput {
  readonly chatId: string;
  /** Seconds: 0 (never), 86,400 (a day), 604,800 (a week) or 7,776,000 (90 days). */
  readonly ephemeralExpiration: 0 | 86_400 | 604_800 | 7_776_000;
}

export interface DisappearingChat {
  readonly chatId?: string;
  readonly disappearingMessagesInChat?: boolean;
  /** Seconds. */
  readonly ephemeralExpiration?: number;
}

const chat = { required: { chatId: check.nonBlank } };

export const serviceSpecs: MethodSpecs<ServiceMethods> = {
  checkWhatsapp: {
    ...change,
    callsPerSecond: 10,
    input: {
      optional: { chatId: check.nonBlank, phoneNumber: check.positiveInteger, force: check.flag },
      oneOf: ["chatId", "phoneNumber"],
    },
    response: { existsWhatsapp: check.flag },
  },
  checkAccount: {
    ...change,
    callsPerSecond: 10,
    input: {
      optional: { phoneNumber: check.positiveInteger, username: check.nonBlank, force: check.flag },
      oneOf: ["phoneNumber", "username"],
    },
    response: { exist: check.flag },
  },
  getAvatar: { ...query, callsPerSecond: 10, input: chat, response: {} },
  getContacts: { ...readMany, input: { optional: { group: check.flag, count: check.positiveInteger } }, response: "list" },
  // A business account's comes with its products.
  getContactInfo: { ...readMany, verb: "POST", ratesElsewhere: { max: 10 }, input: chat, response: {} },
  getChats: { ...readMany, input: { optional: { count: check.positiveInteger } }, response: "list" },
  editMessage: {
    ...change,
    ratesElsewhere: { max: 50 },
    input: { required: { chatId: check.nonBlank, idMessage: check.nonBlank, message: check.text } },
    response: { idMessage: check.text },
  },
  deleteMessage: {
    ...change,
    callsPerSecond: 10,
    input: { required: { chatId: check.nonBlank, idMessage: check.nonBlank }, optional: { onlySenderDelete: check.flag } },
    response: "nothing",
  },
  archiveChat: { ...change, callsPerSecond: 10, input: chat, response: "nothing" },
  unarchiveChat: { ...change, callsPerSecond: 10, input: chat, response: "nothing" },
  setDisappearingChat: {
    ...change,
    input: { required: { chatId: check.nonBlank, ephemeralExpiration: check.ephemeralExpiration } },
    response: {},
  },
};
