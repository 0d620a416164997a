import type { SettingsInput } from "@greenhook/core/api";

/** Every kind of notification switched on: spread it into an instance's settings. */
export const allFlagsOn: SettingsInput = {
  outgoingWebhook: "yes",
  outgoingMessageWebhook: "yes",
  outgoingAPIMessageWebhook: "yes",
  incomingWebhook: "yes",
  deviceWebhook: "yes",
  statusInstanceWebhook: "yes",
  stateWebhook: "yes",
  pollMessageWebhook: "yes",
  incomingBlockWebhook: "yes",
  incomingCallWebhook: "yes",
  outgoingCallWebhook: "yes",
  editedMessageWebhook: "yes",
  deletedMessageWebhook: "yes",
  catalogWebhook: "yes",
};
