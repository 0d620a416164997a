import type {
  Choice,
  Command,
  CommandOptions,
  DeliveryContext,
  IncomingMessageReceived,
  KnownNotification,
  MessageDataByTypeMessage,
  NotificationByTypeWebhook,
  OutgoingMessage,
  RegistrationOptions,
  TextOptions,
  UnknownNotification,
} from "@greenhook/core";
import { addRegistration, type Registration } from "./registration.ts";

/** Decorates a method of a provider or a controller that takes these arguments, or fewer of them. */
export type HandlerDecorator<Handler> = <Method extends Handler>(
  target: object,
  name: string,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

type MatchHandler<Match> = (notification: IncomingMessageReceived, match: Match, context: DeliveryContext) => unknown;

/**
 * Every notification of a kind, as the dispatcher's `on`.
 *
 * @example
 * @OnNotification("outgoingMessageStatus")
 * onStatus({ idMessage, status }: OutgoingMessageStatus) {}
 */
export function OnNotification<TypeWebhook extends keyof NotificationByTypeWebhook>(
  typeWebhook: TypeWebhook,
  options?: RegistrationOptions,
): HandlerDecorator<(notification: NotificationByTypeWebhook[TypeWebhook], context: DeliveryContext) => unknown> {
  return decorator((dispatcher, handler) => dispatcher.on(typeWebhook, handler, options));
}

/**
 * Every incoming message that is a user's text, as the dispatcher's `onText`. With texts, those that are one of them; with patterns, those that one is
 * found in, and the method gets the match.
 *
 * @example
 * @OnText(/order (?<id>\d+)/i)
 * onOrder(notification: IncomingMessageReceived, match: RegExpExecArray) {}
 */
export function OnText(options?: TextOptions): HandlerDecorator<MatchHandler<string>>;
export function OnText(text: string | readonly string[], options?: TextOptions): HandlerDecorator<MatchHandler<string>>;
export function OnText(pattern: RegExp | readonly RegExp[], options?: TextOptions): HandlerDecorator<MatchHandler<RegExpExecArray>>;
export function OnText(
  patterns: string | RegExp | readonly (string | RegExp)[],
  options?: TextOptions,
): HandlerDecorator<MatchHandler<string | RegExpExecArray>>;
export function OnText(
  first?: string | RegExp | readonly (string | RegExp)[] | TextOptions,
  options?: TextOptions,
): HandlerDecorator<MatchHandler<never>> {
  if (isPatterns(first)) return decorator((dispatcher, handler) => dispatcher.onText(first, handler, options));
  return decorator((dispatcher, handler) => dispatcher.onText(handler, first));
}

/**
 * Every incoming message whose first word is this command, as the dispatcher's `onCommand`.
 *
 * @example
 * @OnCommand("/weather")
 * onWeather(notification: IncomingMessageReceived, { words }: Command) {}
 */
export function OnCommand(name: string | readonly string[], options?: CommandOptions): HandlerDecorator<MatchHandler<Command>> {
  return decorator((dispatcher, handler) => dispatcher.onCommand(name, handler, options));
}

/** Incoming messages of a type, as the dispatcher's `onMessage`. */
export function OnMessage<TypeMessage extends keyof MessageDataByTypeMessage>(
  typeMessage: TypeMessage,
  options?: RegistrationOptions,
): HandlerDecorator<(notification: IncomingMessageReceived<MessageDataByTypeMessage[TypeMessage]>, context: DeliveryContext) => unknown> {
  return decorator((dispatcher, handler) => dispatcher.onMessage(typeMessage, handler, options));
}

/** Outgoing messages of a type, as the dispatcher's `onOutgoingMessage`. */
export function OnOutgoingMessage<TypeMessage extends keyof MessageDataByTypeMessage>(
  typeMessage: TypeMessage,
  options?: RegistrationOptions,
): HandlerDecorator<(notification: OutgoingMessage<MessageDataByTypeMessage[TypeMessage]>, context: DeliveryContext) => unknown> {
  return decorator((dispatcher, handler) => dispatcher.onOutgoingMessage(typeMessage, handler, options));
}

/** Any tapped button, list row or template, as the dispatcher's `onChoice`. */
export function OnChoice(options?: RegistrationOptions): HandlerDecorator<MatchHandler<Choice>> {
  return decorator((dispatcher, handler) => dispatcher.onChoice(handler, options));
}

/** Notifications of a kind that isn't known yet, and those that differ too much from their kind, as the dispatcher's `onUnknown`. */
export function OnUnknown(
  options?: RegistrationOptions,
): HandlerDecorator<(unknown: UnknownNotification, context: DeliveryContext) => unknown> {
  return decorator((dispatcher, handler) => dispatcher.onUnknown(handler, options));
}

/** Every notification, known or not, as the dispatcher's `onAny`. */
export function OnAny(
  options?: RegistrationOptions,
): HandlerDecorator<(parsed: KnownNotification | UnknownNotification, context: DeliveryContext) => unknown> {
  return decorator((dispatcher, handler) => dispatcher.onAny(handler, options));
}

function decorator(registration: Registration): HandlerDecorator<unknown> {
  return (target, name, descriptor) => addRegistration(target, name, descriptor, registration);
}

function isPatterns(first: unknown): first is string | RegExp | readonly (string | RegExp)[] {
  return typeof first === "string" || first instanceof RegExp || Array.isArray(first);
}
