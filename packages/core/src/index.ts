export { createDispatcher } from "./dispatcher/create-dispatcher.ts";
export type { Command } from "./dispatcher/command.ts";
export type { DispatchResult } from "./dispatcher/dispatch-result.ts";
export type {
  CommandOptions,
  Dispatcher,
  OutgoingMessage,
  RegisteredKind,
  RegistrationOptions,
  TextOptions,
} from "./dispatcher/dispatcher.ts";
export type { Middleware } from "./dispatcher/middleware.ts";
export { captionOf } from "./readers/caption-of.ts";
export { chatOf } from "./readers/chat-of.ts";
export { choiceOf } from "./readers/choice-of.ts";
export type { Choice } from "./readers/choice-of.ts";
export { contactsOf } from "./readers/contacts-of.ts";
export { deletionOf } from "./readers/deletion-of.ts";
export type { Deletion } from "./readers/deletion-of.ts";
export { editOf } from "./readers/edit-of.ts";
export type { Edit } from "./readers/edit-of.ts";
export { isForwarded } from "./readers/is-forwarded.ts";
export { isGroup } from "./readers/is-group.ts";
export { isMessage } from "./readers/is-message.ts";
export { isPlainMessage } from "./readers/is-plain-message.ts";
export { isUndecryptable } from "./readers/is-undecryptable.ts";
export { isDeduplicable } from "./readers/is-deduplicable.ts";
export { keyOf } from "./readers/key-of.ts";
export { locationOf } from "./readers/location-of.ts";
export { mediaOf } from "./readers/media-of.ts";
export type { Media } from "./readers/media-of.ts";
export { messageKeyOf } from "./readers/message-key-of.ts";
export { pollOf } from "./readers/poll-of.ts";
export type { Poll } from "./readers/poll-of.ts";
export { quotaOf } from "./readers/quota-of.ts";
export type { Quota } from "./readers/quota-of.ts";
export { quotedOf } from "./readers/quoted-of.ts";
export type { Quoted } from "./readers/quoted-of.ts";
export { reactionOf } from "./readers/reaction-of.ts";
export type { Reaction } from "./readers/reaction-of.ts";
export type { Readable } from "./readers/readable.ts";
export { senderOf } from "./readers/sender-of.ts";
export { sentAt } from "./readers/sent-at.ts";
export { textOf } from "./readers/text-of.ts";
export { unknownFieldsOf } from "./readers/unknown-fields-of.ts";
export type * from "./types.ts";
export type { ApiCallTrace } from "./api/call/api-call-trace.ts";
export type { Deliver } from "./receiving/deliver.ts";
export type { DeliveryContext, DeliverySource } from "./receiving/delivery-context.ts";
export type { DeliveryTrace, HandlerTrace } from "./receiving/delivery-trace.ts";
export { checkOptionNames } from "./runtime/check-option-names.ts";
export type { TraceMessage } from "./runtime/trace-message.ts";
export type { DeliveryOutcome } from "./receiving/delivery-outcome.ts";
export { assertWebhookHandler } from "./webhook/assert-webhook-handler.ts";
export { authorizationOf } from "./webhook/authorization-of.ts";
export type { DuplicateClaim, DuplicateStore } from "./receiving/duplicate-store.ts";
export { greenApiAddresses } from "./webhook/green-api-addresses.ts";
export { describeJsonError } from "./receiving/decode-json.ts";
export { lineWriter } from "./logging/logger.ts";
export type { Logger, LogLine, WriteLine } from "./logging/logger.ts";
export { parseNotification } from "./receiving/parse-notification.ts";
export type { Quarantine, RejectedDelivery } from "./receiving/quarantine.ts";
export type { Outcome, Receipt } from "./receiving/receipt.ts";
export { createReceiver } from "./receiving/receiver.ts";
export type { Receiver, ReceiverOptions } from "./receiving/receiver.ts";
export type { Arrival, ArrivalBody } from "./receiving/arrival.ts";
export type { OutcomeCode } from "./receiving/refusal.ts";
export type { SourceAddresses } from "./webhook/source-address.ts";
export type { TokenFunction } from "./webhook/token-source.ts";
export { createWebhookHandler } from "./webhook/webhook-handler.ts";
export type { WebhookHandlerOptions, WebhookHttpOptions, WebhookReceiverOptions } from "./webhook/webhook-handler.ts";
export type { WebhookBody, WebhookHandler, WebhookRequest } from "./webhook/webhook-request.ts";
export type { WebhookResponse } from "./webhook/webhook-response.ts";
export { withoutDuplicates } from "./receiving/without-duplicates.ts";
export type { WithoutDuplicatesOptions } from "./receiving/without-duplicates.ts";
