import type { Settings } from "./settings.ts";
import type { SettingsInput } from "./settings-input.ts";

type KeyOf<Type> = keyof { [Key in keyof Type as string extends Key ? never : Key]: unknown };
type ReadOnlyKey = { [Key in KeyOf<SettingsInput>]: Required<SettingsInput>[Key] extends never ? Key : never }[KeyOf<SettingsInput>];

/** What each known key takes when it is set. The compiler demands that it has every key of {@link Settings}. */
export const settingsTable: { readonly [Key in Exclude<KeyOf<Settings>, ReadOnlyKey>]: "text" | "number" | "flag" } & {
  readonly [Key in ReadOnlyKey]: "read only";
} = {
  wid: "read only",
  typeInstance: "read only",
  typeAccount: "read only",
  countryInstance: "read only",
  proxyInstance: "read only",
  webhookUrl: "text",
  webhookUrlToken: "text",
  delaySendMessagesMilliseconds: "number",
  autoTyping: "number",
  markIncomingMessagesReaded: "flag",
  markIncomingMessagesReadedOnReply: "flag",
  outgoingWebhook: "flag",
  outgoingMessageWebhook: "flag",
  outgoingAPIMessageWebhook: "flag",
  incomingWebhook: "flag",
  stateWebhook: "flag",
  keepOnlineStatus: "flag",
  pollMessageWebhook: "flag",
  incomingBlockWebhook: "flag",
  incomingCallWebhook: "flag",
  outgoingCallWebhook: "flag",
  editedMessageWebhook: "flag",
  deletedMessageWebhook: "flag",
  catalogWebhook: "flag",
  catalogsWebhook: "flag",
  linkPreview: "flag",
  enableLidMode: "flag",
  deviceWebhook: "flag",
  sharedSession: "flag",
  statusInstanceWebhook: "flag",
  enableMessagesHistory: "flag",
  downloadUrlJpeg: "flag",
  avatarInfoWebhook: "flag",
  incomingMessageStatusWebhook: "flag",
};
