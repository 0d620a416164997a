import type { MessageData } from "../../messages/message-data.ts";
import type { TypeInstance } from "../../notifications/instance-data.ts";
import type { Notification } from "../../notifications/notification.ts";
import type { FlagInput, KnownSettings, SettingsInput } from "./settings.ts";

/** The facts about one setting that programs need. */
export interface SettingFacts {
  readonly kind: "text" | "number" | "flag" | "read only";
  /** The value on a new instance; absent where it differs from instance to instance. */
  readonly default?: string | number;
  /** The messengers whose `getSettings` lists it, as documented or observed. */
  readonly listedBy: readonly TypeInstance[];
  /** The kind of notification that is only sent while this flag is on. */
  readonly typeWebhook?: string;
  /** The kinds of messages that are only sent while this flag is on, in addition to the flag of their `typeWebhook`. */
  readonly typeMessages?: readonly string[];
  /** Whether the value is a secret, or may have one in its user or its query. */
  readonly secret?: "value" | "user and query";
}

const all: readonly TypeInstance[] = ["whatsapp", "telegram", "v3"];

/** The compiler proves that every key is listed with the right kind, and that the notifications' kinds exist. */
const table: { readonly [Key in keyof KnownSettings]-?: ProvenFacts<SettingsInput[Key]> } = {
  wid: { kind: "read only", listedBy: all },
  typeInstance: { kind: "read only", listedBy: all },
  // GREEN-API's Java client sends it and proxyInstance too; its Postman collection marks both as deprecated.
  countryInstance: { kind: "read only", default: "", listedBy: ["whatsapp"] },
  typeAccount: { kind: "read only", default: "", listedBy: ["whatsapp"] },
  // Before 2022 it was documented as `{ip}:{port}:{login}:{password}`.
  proxyInstance: { kind: "read only", default: "system proxy", listedBy: ["whatsapp"], secret: "value" },
  webhookUrl: { kind: "text", default: "", listedBy: all, secret: "user and query" },
  webhookUrlToken: { kind: "text", default: "", listedBy: all, secret: "value" },
  delaySendMessagesMilliseconds: { kind: "number", default: 500, listedBy: all },
  autoTyping: { kind: "number", default: 0, listedBy: ["whatsapp"] },
  markIncomingMessagesReaded: flag(all),
  markIncomingMessagesReadedOnReply: flag(all),
  outgoingWebhook: { ...flag(all), typeWebhook: "outgoingMessageStatus" },
  outgoingMessageWebhook: { ...flag(all), typeWebhook: "outgoingMessageReceived" },
  outgoingAPIMessageWebhook: { ...flag(all), typeWebhook: "outgoingAPIMessageReceived" },
  incomingWebhook: { ...flag(all), typeWebhook: "incomingMessageReceived" },
  stateWebhook: { ...flag(all), typeWebhook: "stateInstanceChanged" },
  keepOnlineStatus: flag(["whatsapp", "telegram"]),
  pollMessageWebhook: { ...flag(["whatsapp", "v3"]), typeMessages: ["pollMessage", "pollUpdateMessage"] },
  incomingBlockWebhook: { ...flag(["whatsapp"]), typeWebhook: "incomingBlock" },
  incomingCallWebhook: { ...flag(all), typeWebhook: "incomingCall" },
  outgoingCallWebhook: { ...flag(all), typeWebhook: "outgoingCall" },
  editedMessageWebhook: { ...flag(all), typeMessages: ["editedMessage"] },
  deletedMessageWebhook: { ...flag(all), typeMessages: ["deletedMessage"] },
  catalogWebhook: { ...flag(["whatsapp"]), typeMessages: ["productMessage", "orderMessage"] },
  // No public code uses this spelling, so it stands for no kind.
  catalogsWebhook: flag([]),
  linkPreview: flag(["whatsapp"]),
  enableLidMode: flag(["whatsapp"]),
  deviceWebhook: { ...flag(["whatsapp"]), typeWebhook: "deviceInfo" },
  sharedSession: flag(["whatsapp"]),
  statusInstanceWebhook: { ...flag(["whatsapp"]), typeWebhook: "statusInstanceChanged" },
  enableMessagesHistory: flag(["whatsapp"]),
  downloadUrlJpeg: flag(["v3"]),
  avatarInfoWebhook: flag([]),
  incomingMessageStatusWebhook: flag([]),
};

/** Every known setting. */
export const settingsTable: Readonly<Record<keyof KnownSettings, SettingFacts>> = table;

/** The facts about a setting; `undefined` for one that isn't known yet. */
export function settingFacts(key: string): SettingFacts | undefined {
  return Object.hasOwn(settingsTable, key) ? settingsTable[key as keyof KnownSettings] : undefined;
}

function flag(listedBy: readonly TypeInstance[]): ProvenFacts<FlagInput> {
  return { kind: "flag", default: "no", listedBy };
}

interface ProvenFacts<Input> extends SettingFacts {
  readonly kind: [Input] extends [undefined]
    ? "read only"
    : [Input] extends [FlagInput | undefined]
      ? "flag"
      : [Input] extends [number | undefined]
        ? "number"
        : "text";
  readonly typeWebhook?: Notification["typeWebhook"];
  readonly typeMessages?: readonly MessageData["typeMessage"][];
}
