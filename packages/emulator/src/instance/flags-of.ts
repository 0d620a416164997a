import type { SettingsInput } from "@greenhook/core/api";

/** A notification, as far as flags are concerned. */
interface Flagged {
  readonly typeWebhook?: unknown;
  readonly status?: unknown;
  readonly messageData?: { readonly typeMessage?: unknown };
}

const ofKind: Readonly<Record<string, keyof SettingsInput>> = {
  incomingMessageReceived: "incomingWebhook",
  outgoingMessageReceived: "outgoingMessageWebhook",
  outgoingAPIMessageReceived: "outgoingAPIMessageWebhook",
  outgoingMessageStatus: "outgoingWebhook",
  stateInstanceChanged: "stateWebhook",
  statusInstanceChanged: "statusInstanceWebhook",
  deviceInfo: "deviceWebhook",
  incomingCall: "incomingCallWebhook",
  outgoingCall: "outgoingCallWebhook",
  incomingBlock: "incomingBlockWebhook",
};

const ofMessage: Readonly<Record<string, keyof SettingsInput>> = {
  pollMessage: "pollMessageWebhook",
  pollUpdateMessage: "pollMessageWebhook",
  editedMessage: "editedMessageWebhook",
  deletedMessage: "deletedMessageWebhook",
  productMessage: "catalogWebhook",
  orderMessage: "catalogWebhook",
};

/** The settings that must all be `"yes"` for a notification to be sent; none for a kind that has no flag, such as `quotaExceeded`. */
export function flagsOf(notification: object): readonly (keyof SettingsInput)[] {
  const { typeWebhook, status, messageData } = notification as Flagged;
  if (typeWebhook === "outgoingMessageStatus" && (status === "failed" || status === "noAccount")) return [];
  return [lookUp(ofKind, typeWebhook), lookUp(ofMessage, messageData?.typeMessage)].filter((flag) => flag !== undefined);
}

function lookUp(table: Readonly<Record<string, keyof SettingsInput>>, name: unknown): keyof SettingsInput | undefined {
  return typeof name === "string" && Object.hasOwn(table, name) ? table[name] : undefined;
}
