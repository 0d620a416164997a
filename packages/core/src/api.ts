export { createApiClient } from "./api/create-api-client.ts";
export type { ApiClientOptions } from "./api/create-api-client.ts";
export {
  ApiAnswerError,
  ApiAuthorizationError,
  ApiError,
  ApiHostError,
  ApiInstanceNotReadyError,
  ApiNetworkError,
  ApiQuotaError,
  ApiRateLimitError,
  ApiServerError,
  ApiValidationError,
  ApiWebhookUrlSetError,
} from "./api/api-error.ts";
export type { ApiErrorDetails, NotReadyReason } from "./api/api-error.ts";
export type { ApiClient } from "./api/api-client.ts";
export type {
  AccountMethods,
  AccountSettings,
  AuthorizationStep,
  QrAnswer,
  SetProfilePictureAnswer,
  StateInstance,
  StateInstanceHistoryItem,
  WaSettings,
} from "./api/account.ts";
export { applySettings } from "./api/apply-settings.ts";
export type { AppliedSettings, ApplySettingsOptions, ApplySettingsProgress } from "./api/apply-settings.ts";
export { createPartnerClient } from "./api/create-partner-client.ts";
export type { PartnerClientOptions } from "./api/create-partner-client.ts";
export type { CreatedInstance, CreateInstanceInput, PartnerInstance, PartnerMethods } from "./api/partner.ts";
export { pollNotifications } from "./api/poll-notifications.ts";
export type { PollingFailure, PollNotificationsOptions } from "./api/poll-notifications.ts";
export { PollingRefusedError } from "./api/polling-error.ts";
export { requiredSettings } from "./api/required-settings.ts";
export type { RegisteredHandlers } from "./api/required-settings.ts";
export type { SettingDifference } from "./api/setting-difference.ts";
export { SettingsNotAppliedError, SettingsRefusedError } from "./api/settings-error.ts";
export { StateNotReachedError, waitForState } from "./api/wait-for-state.ts";
export type { WaitForStateOptions } from "./api/wait-for-state.ts";
export type { CallOptions } from "./api/call-options.ts";
export type { ClientLimits } from "./api/client-limits.ts";
export type { JournalCall, JournalInput, JournalMessage, JournalMethods } from "./api/journals.ts";
export type { ClearWebhooksQueueAnswer, QueuedMessage, QueueMethods } from "./api/queues.ts";
export type { DeleteNotificationAnswer, MessageInput, QueuedNotification, ReceivingMethods } from "./api/receiving.ts";
export type {
  SendContactInput,
  SendFileByUrlInput,
  SendingMethods,
  SendInput,
  SendLocationInput,
  SendMessageInput,
  SendPollInput,
  SentMessage,
} from "./api/sending.ts";
export type { NotificationIssue } from "./notifications/parsed-notification.ts";
export type { Deliver, DeliveryContext, DeliveryResult } from "./receiving/deliver.ts";
export type { Quarantine, RejectedDelivery } from "./receiving/quarantine.ts";
export type { Flag, Settings } from "./api/settings.ts";
export type { FlagInput, SettingsInput } from "./api/settings-input.ts";
