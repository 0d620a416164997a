import type { TypeInstance } from "../type-instance.ts";

/** What `getSettings` answers, but for `wid` and `typeInstance`. */
export type StoredSettings = Readonly<Record<string, string | number>>;

const everywhere: StoredSettings = {
  webhookUrl: "",
  webhookUrlToken: "",
  delaySendMessagesMilliseconds: 500,
  markIncomingMessagesReaded: "no",
  markIncomingMessagesReadedOnReply: "no",
  outgoingWebhook: "no",
  outgoingMessageWebhook: "no",
  outgoingAPIMessageWebhook: "no",
  incomingWebhook: "no",
  stateWebhook: "no",
  editedMessageWebhook: "no",
  deletedMessageWebhook: "no",
  incomingCallWebhook: "no",
  outgoingCallWebhook: "no",
};

const ofMessenger: Readonly<Record<TypeInstance, StoredSettings>> = {
  whatsapp: {
    countryInstance: "",
    typeAccount: "",
    sharedSession: "no",
    proxyInstance: "system proxy",
    deviceWebhook: "no",
    statusInstanceWebhook: "no",
    enableMessagesHistory: "no",
    keepOnlineStatus: "no",
    pollMessageWebhook: "no",
    incomingBlockWebhook: "no",
    catalogWebhook: "no",
    autoTyping: 0,
    linkPreview: "yes",
    enableLidMode: "no",
  },
  telegram: { keepOnlineStatus: "no" },
  v3: { pollMessageWebhook: "no", downloadUrlJpeg: "no" },
};

/** The settings of a new instance: every flag off. Which keys there are depends on the messenger. */
export function defaultSettingsOf(typeInstance: TypeInstance): StoredSettings {
  return { ...everywhere, ...ofMessenger[typeInstance] };
}
