import type { MessageData, MessageDataByTypeMessage } from "../messages/message-data.ts";
import type { IncomingMessageReceived } from "../notifications/incoming-message-received.ts";
import type { NotificationByTypeWebhook } from "../notifications/notification.ts";
import type { OutgoingAPIMessageReceived } from "../notifications/outgoing-api-message-received.ts";
import type { OutgoingMessageReceived } from "../notifications/outgoing-message-received.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import type { Choice } from "../readers/choice-of.ts";
import type { DeliveryContext } from "../receiving/delivery-context.ts";
import type { Command } from "./command.ts";
import type { DispatchResult } from "./dispatch-result.ts";
import type { Middleware } from "./middleware.ts";

/**
 * Hands each notification to the handlers registered for its kind. Handlers start in the order of registration and run side by side;
 * `deliver` settles after all of them, with what the one that failed threw, or an `AggregateError` of several. What a handler returns is
 * awaited, and its value dropped. Every `on…` returns the dispatcher.
 */
export interface Dispatcher {
  /** Every notification of a kind: `on("outgoingMessageStatus", …)`. */
  on<TypeWebhook extends keyof NotificationByTypeWebhook>(
    typeWebhook: TypeWebhook,
    handler: (notification: NotificationByTypeWebhook[TypeWebhook], context: DeliveryContext) => unknown,
    options?: RegistrationOptions,
  ): Dispatcher;
  /**
   * Every incoming message that is a user's text, whatever its type: plain, with a link preview, as a reply. No reaction, no edit, no
   * caption, no marker of a message that couldn't be decrypted.
   */
  onText(
    handler: (notification: IncomingMessageReceived, text: string, context: DeliveryContext) => unknown,
    options?: TextOptions,
  ): Dispatcher;
  /**
   * Such a message whose whole text is this one, or one of these, whatever its case; blanks around it don't count. The handler gets the text as it was
   * sent. All handlers that match run.
   *
   * @throws TypeError for a blank text.
   *
   * @example
   * dispatcher.onText(["menu", "what is there?"], (notification) => replyTo(client, notification).text("Soup"));
   */
  onText(
    text: string | readonly string[],
    handler: (notification: IncomingMessageReceived, text: string, context: DeliveryContext) => unknown,
    options?: TextOptions,
  ): Dispatcher;
  /**
   * Such a message that the pattern, or the first of these patterns, is found in. The handler gets the match. The search begins at the start of the text, as it
   * was sent, whatever the pattern's `lastIndex`; nothing limits its time, so mind patterns that backtrack.
   *
   * @example
   * dispatcher.onText(/order (?<id>\d+)/i, (_, { groups }) => console.log(groups?.["id"]));
   */
  onText(
    pattern: RegExp | readonly RegExp[],
    handler: (notification: IncomingMessageReceived, match: RegExpExecArray, context: DeliveryContext) => unknown,
    options?: TextOptions,
  ): Dispatcher;
  /** Such a message that matches one of these texts or patterns. The handler gets the text, or the match of the first pattern that is found. */
  onText(
    patterns: string | RegExp | readonly (string | RegExp)[],
    handler: (notification: IncomingMessageReceived, match: string | RegExpExecArray, context: DeliveryContext) => unknown,
    options?: TextOptions,
  ): Dispatcher;
  /**
   * Such a message whose first word is this command, or one of these, whatever its case. A name may follow behind an `@`, as in groups with several bots:
   * `/start@my_bot`.
   *
   * @throws TypeError for a name that isn't one word, or has an `@` in it.
   *
   * @example
   * dispatcher.onCommand("/weather", (notification, { words: [city = "Berlin"] }) => console.log(city));
   */
  onCommand(
    name: string | readonly string[],
    handler: (notification: IncomingMessageReceived, command: Command, context: DeliveryContext) => unknown,
    options?: CommandOptions,
  ): Dispatcher;
  /** Incoming messages of a type. Either spelling of a type that has two receives both. */
  onMessage<TypeMessage extends keyof MessageDataByTypeMessage>(
    typeMessage: TypeMessage,
    handler: (notification: IncomingMessageReceived<MessageDataByTypeMessage[TypeMessage]>, context: DeliveryContext) => unknown,
    options?: RegistrationOptions,
  ): Dispatcher;
  /**
   * Outgoing messages of a type, sent from the phone or through the API. Apart from `onMessage`, so that a bot can't take what it sent
   * itself for a question.
   */
  onOutgoingMessage<TypeMessage extends keyof MessageDataByTypeMessage>(
    typeMessage: TypeMessage,
    handler: (notification: OutgoingMessage<MessageDataByTypeMessage[TypeMessage]>, context: DeliveryContext) => unknown,
    options?: RegistrationOptions,
  ): Dispatcher;
  /** Any tapped button, list row or template, whichever of the response types the sender's device made of it. */
  onChoice(
    handler: (notification: IncomingMessageReceived, choice: Choice, context: DeliveryContext) => unknown,
    options?: RegistrationOptions,
  ): Dispatcher;
  /** Notifications of a kind that isn't known yet, and those that differ too much from their kind to be typed (`issues`). */
  onUnknown(handler: (unknown: UnknownNotification, context: DeliveryContext) => unknown, options?: RegistrationOptions): Dispatcher;
  /** Every notification, known or not, besides the handlers of its kind. */
  onAny(
    handler: (parsed: KnownNotification | UnknownNotification, context: DeliveryContext) => unknown,
    options?: RegistrationOptions,
  ): Dispatcher;
  /**
   * Wraps every delivery, known or not and with or without handlers, once: for logging, tracing, transactions, a switch. The first that was registered is
   * the outermost. Where `next` isn't called, no handler runs, and the result is `"ignored"`; calling it twice throws. What `next` rejects with
   * fails the delivery unless the middleware catches it. `withoutDuplicates` goes around the dispatcher, and so around its middleware, which never
   * sees a duplicate.
   *
   * @example
   * dispatcher.use(async (parsed, { id }, next) => {
   *   const startedAt = performance.now();
   *   const result = await next();
   *   console.log(id, result, performance.now() - startedAt);
   * });
   */
  use(middleware: Middleware, options?: RegistrationOptions): Dispatcher;
  /**
   * Runs the handlers of a notification: for receivers, queue workers, and tests of your own handlers. Takes the result of `parseNotification`, or
   * anything else, which is parsed first. Of a context, absent parts are made up; a whole one is handed on as the same object. Works detached from
   * the dispatcher.
   *
   * Resolves to `"ignored"` where no handler is registered for it, and where a notification that differs too much from its kind (`issues`) met
   * nobody but `onAny`.
   *
   * @throws TypeError for what is no notification.
   *
   * @example
   * await dispatcher.deliver(textMessage({ text: "menu" }));
   */
  readonly deliver: (notification: unknown, context?: Partial<DeliveryContext>) => Promise<DispatchResult>;
  /** What handlers are registered for, in order of registration. */
  readonly registered: readonly RegisteredKind[];
}

/** Notifications of a message that went out, whichever way. */
export type OutgoingMessage<Data extends MessageData = MessageData> = OutgoingMessageReceived<Data> | OutgoingAPIMessageReceived<Data>;

/** How long a handler stays registered. */
export interface RegistrationOptions {
  /** Aborting it removes the handler. Default: for as long as the dispatcher lives. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of `onText`. */
export interface TextOptions extends RegistrationOptions {
  /**
   * Whether the handler runs only for texts that no pattern of an `onText` without this option, and no `onCommand`, matches.
   *
   * @default false
   */
  readonly otherwise?: boolean | undefined;
}

/** Options of `onCommand`. */
export interface CommandOptions extends RegistrationOptions {
  /**
   * The name of the own account: a command that is addressed to another one doesn't match.
   *
   * @default any name matches
   * @example
   * "my_bot"
   */
  readonly bot?: string | undefined;
}

/** What a handler is registered for. */
export interface RegisteredKind {
  /** The kind; `"*"` for `onAny` and `onUnknown`. */
  readonly typeWebhook: string;
  /** The type of message, where it was named. */
  readonly typeMessage?: string;
}
