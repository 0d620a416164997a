export { createApiClient } from "./api/call/create-api-client.ts";
export type { ApiClientOptions } from "./api/call/create-api-client.ts";
export {
  ApiResponseError,
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
} from "./api/call/api-error.ts";
export type { ApiErrorDetails, NotReadyReason } from "./api/call/api-error.ts";
export type { Logger } from "./logging/logger.ts";
export type { ApiClient, InstanceMethods } from "./api/methods/api-client.ts";
export type {
  AccountMethods,
  AccountSettings,
  AuthorizationStep,
  QrResult,
  SetProfilePictureResult,
  StateInstanceHistoryItem,
  WaSettings,
} from "./api/methods/account.ts";
export { applySettings } from "./settings/apply-settings.ts";
export type { AppliedSettings, ApplySettingsOptions, ApplySettingsProgress } from "./settings/apply-settings.ts";
export { phoneOf } from "./replying/phone-of.ts";
export { replyTo } from "./replying/reply-to.ts";
export type {
  ButtonsReplyOptions,
  FileReplyOptions,
  PollReplyOptions,
  Repliable,
  Reply,
  ReplyButton,
  ReplyClient,
  ReplyOptions,
  TextReplyOptions,
} from "./replying/reply-to.ts";
export { resolveChatId } from "./replying/resolve-chat-id.ts";
export type { ResolveChatIdOptions } from "./replying/resolve-chat-id.ts";
export { resolvePhone } from "./replying/resolve-phone.ts";
export { toChatId } from "./replying/to-chat-id.ts";
export { createPartnerClient } from "./api/call/create-partner-client.ts";
export type { PartnerClientOptions } from "./api/call/create-partner-client.ts";
export type { CreatedInstance, CreateInstanceInput, PartnerInstance, PartnerMethods } from "./api/methods/partner.ts";
export { pollNotifications } from "./polling/poll-notifications.ts";
export type { PollingFailure, PollNotificationsOptions } from "./polling/poll-notifications.ts";
export { PollingRefusedError } from "./polling/polling-error.ts";
export { reconcile } from "./reconcile/reconcile.ts";
export type { ReconcileDeliver, Reconciled, ReconcileOptions } from "./reconcile/reconcile.ts";
export type { ReadJournal, ReconcileClient } from "./reconcile/read-journals.ts";
export type { JournalKind } from "./reconcile/rebuild-notification.ts";
export type { DuplicateClaim, DuplicateStore } from "./receiving/duplicate-store.ts";
export type { DeliveryOutcome } from "./receiving/delivery-outcome.ts";
export { flagsFor } from "./settings/flags-for.ts";
export type { WebhookFlag } from "./settings/flags-for.ts";
export { maskSetting } from "./settings/mask-setting.ts";
export { requiredSettings } from "./settings/required-settings.ts";
export type { RegisteredHandlers } from "./settings/required-settings.ts";
export type { SettingDifference } from "./settings/setting-difference.ts";
export { SettingsNotAppliedError, SettingsNotListedError, SettingsRefusedError } from "./settings/settings-error.ts";
export { StateNotReachedError, waitForState } from "./settings/wait-for-state.ts";
export type { WaitForStateOptions } from "./settings/wait-for-state.ts";
export type { CallRequest } from "./api/methods/call-request.ts";
export type { Messenger } from "./api/call/connection.ts";
export type { Fetch, FetchInit, FetchResponse } from "./api/call/fetch-transport.ts";
export type { CallOptions } from "./api/methods/call-options.ts";
export type { ClientLimits } from "./api/call/client-limits.ts";
export type { ContactInput, ContactMethods } from "./api/methods/contacts.ts";
export type { ByteStream, FileInput, FileSource } from "./api/methods/file-input.ts";
export type {
  CreatedGroup,
  CreateGroupInput,
  GroupData,
  GroupMethods,
  GroupParticipant,
  GroupParticipantInput,
  GroupPermissions,
  GroupReference,
  LeaveGroupResult,
  SetGroupPictureResult,
} from "./api/methods/groups.ts";
export type { JournalButton, JournalExtendedText, JournalMessage } from "./api/methods/journal-message.ts";
export type { JournalCall, JournalInput, JournalMethods } from "./api/methods/journals.ts";
export type { ClearWebhooksQueueResult, QueuedMessage, QueueMethods } from "./api/methods/queues.ts";
export type { DeleteNotificationResult, MessageInput, QueuedNotification, ReceivingMethods } from "./api/methods/receiving.ts";
export type {
  ButtonsInput,
  ForwardedMessages,
  ForwardMessagesInput,
  InteractiveButton,
  SendContactInput,
  SendFileByUploadInput,
  SendFileByUrlInput,
  SendingMethods,
  SendInput,
  SendInteractiveButtonsInput,
  SendInteractiveButtonsReplyInput,
  SendLocationInput,
  SendMessageInput,
  SendPollInput,
  SendTypingInput,
  SentFile,
  SentMessage,
  TypingType,
  UploadedFile,
  UploadFileInput,
} from "./api/methods/sending.ts";
export type {
  Avatar,
  ChatRow,
  CheckAccountInput,
  CheckedAccount,
  CheckedWhatsapp,
  CheckWhatsappInput,
  ContactInfo,
  ContactProduct,
  ContactRow,
  DeleteMessageInput,
  DisappearingChat,
  DisappearingChatInput,
  GetContactsInput,
  ServiceMethods,
} from "./api/methods/service.ts";
export type {
  SendMediaStatusInput,
  SendTextStatusInput,
  SendVoiceStatusInput,
  StatusAudience,
  StatusFont,
  StatusMethods,
  StatusRow,
  StatusStatistic,
} from "./api/methods/statuses.ts";
export type {
  CreateTemplateInput,
  EditTemplateInput,
  SendTemplateInput,
  Template,
  TemplateContent,
  TemplateMessage,
  TemplateMethods,
  TemplateResult,
} from "./api/methods/templates.ts";
export type { NotificationIssue } from "./schema/notification-issue.ts";
export type { Deliver } from "./receiving/deliver.ts";
export type { DeliveryContext, DeliverySource } from "./receiving/delivery-context.ts";
export type { Quarantine, RejectedDelivery } from "./receiving/quarantine.ts";
export type { ChangeableSettings, Flag, FlagInput, KnownSettings, Settings, SettingsInput } from "./api/methods/settings.ts";
export { settingFacts, settingsTable } from "./api/methods/settings-table.ts";
export type { SettingFacts } from "./api/methods/settings-table.ts";
export type { TypeInstance } from "./notifications/instance-data.ts";
export type { StateInstance } from "./notifications/state-instance-changed.ts";
export type { OpenUnion } from "./schema/open-union.ts";
