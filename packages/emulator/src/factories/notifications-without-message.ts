import type {
  ContactAvatar,
  DeviceInfo,
  IncomingBlock,
  IncomingCall,
  OutgoingCall,
  OutgoingMessageStatus,
  QuotaExceeded,
  StateInstanceChanged,
  StatusInstanceChanged,
} from "@greenhook/core/types";
import { envelopeOf, notificationFactory, type NotificationFactory, type NotificationInput } from "./factory.ts";

// The default body of each notification without a message, one row per factory. everyNotification() finds new rows by itself.

export interface OutgoingMessageStatusInput extends NotificationInput {
  /** @default "delivered" */
  readonly status?: OutgoingMessageStatus["status"];
  /** The message. @default "3EB0AAAAAAAAAAAAAAAA" */
  readonly idMessage?: string;
  /** @default "79000000001\@c.us" */
  readonly chatId?: string;
}
/** The status of a sent message changed. */
export const outgoingMessageStatus: NotificationFactory<OutgoingMessageStatus, OutgoingMessageStatusInput> = notificationFactory(
  ({ status = "delivered", idMessage = "3EB0AAAAAAAAAAAAAAAA", chatId = "79000000001@c.us", ...input }) => ({
    typeWebhook: "outgoingMessageStatus",
    ...envelopeOf(input),
    idMessage,
    chatId,
    status,
    sendByApi: true,
  }),
);

export interface StateInstanceChangedInput extends NotificationInput {
  /** @default "authorized" */
  readonly stateInstance?: StateInstanceChanged["stateInstance"];
}
/** The state of the instance changed. */
export const stateInstanceChanged: NotificationFactory<StateInstanceChanged, StateInstanceChangedInput> = notificationFactory(
  ({ stateInstance = "authorized", ...input }) => ({ typeWebhook: "stateInstanceChanged", ...envelopeOf(input), stateInstance }),
);

export interface StatusInstanceChangedInput extends NotificationInput {
  /** @default "online" */
  readonly statusInstance?: StatusInstanceChanged["statusInstance"];
}
/** The connection to the phone was opened or lost. */
export const statusInstanceChanged: NotificationFactory<StatusInstanceChanged, StatusInstanceChangedInput> = notificationFactory(
  ({ statusInstance = "online", ...input }) => ({ typeWebhook: "statusInstanceChanged", ...envelopeOf(input), statusInstance }),
);

/** Data about the phone. */
export const deviceInfo: NotificationFactory<DeviceInfo> = notificationFactory((input) => ({
  typeWebhook: "deviceInfo",
  ...envelopeOf(input),
  deviceData: {
    platform: "iphone",
    deviceManufacturer: "Apple",
    deviceModel: "iPhone",
    osVersion: "18.0",
    waVersion: "2.25",
    battery: 80,
  },
}));

/** A contact's avatar. Its `typeWebhook` is `deviceInfo` too. */
export const contactAvatar: NotificationFactory<ContactAvatar> = notificationFactory((input) => ({
  typeWebhook: "deviceInfo",
  ...envelopeOf(input),
  avatarInfo: { chatId: "79000000001@c.us", existsWhatsapp: true, urlAvatar: "https://files.example.com/avatar.jpeg" },
}));

export interface IncomingCallInput extends NotificationInput {
  /** @default "offer" */
  readonly status?: IncomingCall["status"] & string;
  /** @default "79000000001\@c.us" */
  readonly from?: string;
  /** @default "CALL000000000001" */
  readonly idMessage?: string;
}
/** A call: first `offer`, then its result under the same `idMessage`. */
export const incomingCall: NotificationFactory<IncomingCall, IncomingCallInput> = notificationFactory(
  ({ status = "offer", from = "79000000001@c.us", idMessage = "CALL000000000001", ...input }) => ({
    typeWebhook: "incomingCall",
    ...envelopeOf(input),
    idMessage,
    from,
    status,
  }),
);

export interface OutgoingCallInput extends NotificationInput {
  /** @default "pickUp" */
  readonly status?: OutgoingCall["status"] & string;
  /** The chat that was called. @default "79000000001\@c.us" */
  readonly from?: string;
  /** @default "CALL000000000002" */
  readonly idMessage?: string;
}
/** A call from the account's phone. */
export const outgoingCall: NotificationFactory<OutgoingCall, OutgoingCallInput> = notificationFactory(
  ({ status = "pickUp", from = "79000000001@c.us", idMessage = "CALL000000000002", ...input }) => ({
    typeWebhook: "outgoingCall",
    ...envelopeOf(input),
    idMessage,
    from,
    status,
    isVideo: false,
    duration: 60,
    participants: [{ wid: from, status }],
  }),
);

export interface IncomingBlockInput extends NotificationInput {
  /** @default "10000000000\@c.us", GREEN-API's number for an unknown contact */
  readonly chatId?: string;
}
/** A contact blocked the account. */
export const incomingBlock: NotificationFactory<IncomingBlock, IncomingBlockInput> = notificationFactory(
  ({ chatId = "10000000000@c.us", ...input }) => ({
    typeWebhook: "incomingBlock",
    ...envelopeOf(input),
    chatId,
    chatState: "blocked",
  }),
);

export interface QuotaExceededInput extends NotificationInput {
  /** The plan's number of chats. @default 3 */
  readonly total?: number;
}
/** The plan's number of chats is reached. */
export const quotaExceeded: NotificationFactory<QuotaExceeded, QuotaExceededInput> = notificationFactory(({ total = 3, ...input }) => ({
  typeWebhook: "quotaExceeded",
  instanceData: envelopeOf(input).instanceData,
  quotaData: {
    method: "correspondents",
    used: total,
    total,
    status: "CORRESPONDENTS_QUOTA_EXCEEDED",
    description: "The limit of chats is reached",
  },
}));
