export { createDispatcher } from "./dispatcher/create-dispatcher.ts";
export type { Dispatcher, OutgoingMessage, RegisteredKind, RegistrationOptions } from "./dispatcher/dispatcher.ts";
export type {
  KnownNotification,
  MalformedNotification,
  NotificationEnvelope,
  NotificationIssue,
  ParsedNotification,
  UnknownNotification,
} from "./notifications/parsed-notification.ts";
export type { Deliver, DeliveryContext, DeliveryResult } from "./webhook/deliver.ts";
export type { DeliveryOutcome } from "./webhook/delivery-outcome.ts";
export { keyOf } from "./readers/key-of.ts";
export { sentAt } from "./readers/sent-at.ts";
export { textOf } from "./readers/text-of.ts";
export { greenApiAddresses } from "./webhook/green-api-addresses.ts";
export { parseNotification } from "./webhook/parse-notification.ts";
export type { Quarantine, RejectedDelivery } from "./webhook/quarantine.ts";
export type { SourceAddresses } from "./webhook/source-address.ts";
export { createWebhookHandler } from "./webhook/webhook-handler.ts";
export type { WebhookHandlerOptions } from "./webhook/webhook-handler.ts";
export type { WebhookBody, WebhookHandler, WebhookRequest } from "./webhook/webhook-request.ts";
export type { WebhookResponse } from "./webhook/webhook-response.ts";
