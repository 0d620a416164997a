// Checked by the "type check of tests": every @ts-expect-error must be an error.
import {
  chatOf,
  choiceOf,
  isMessage,
  mediaOf,
  parseNotification,
  sentAt,
  textOf,
  type KnownNotification,
  type UnknownNotification,
} from "@greenhook/core";
import { jsonSchemaOf, schemaOf } from "@greenhook/core/schemas";
import type { ImageMessage, IncomingMessageReceived, MessageData, Notification, NotificationByTypeWebhook } from "@greenhook/core/types";
import { assertType, expectTypeOf } from "vitest";

declare const notification: Notification;

/** Accepts only what is left of a union whose every member was handled. */
function never(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}

export function everyTypeWebhook(): string | undefined {
  switch (notification.typeWebhook) {
    case "incomingMessageReceived":
    case "outgoingMessageReceived":
    case "outgoingAPIMessageReceived":
      return notification.senderData.chatId;
    case "outgoingMessageStatus":
      return notification.status;
    case "stateInstanceChanged":
      return notification.stateInstance;
    case "statusInstanceChanged":
      return notification.statusInstance;
    case "deviceInfo":
      return "avatarInfo" in notification ? notification.avatarInfo.urlAvatar : notification.deviceData.platform;
    case "incomingCall":
      return notification.from;
    case "outgoingCall":
      return notification.from;
    case "incomingBlock":
      return notification.chatState;
    case "quotaExceeded":
      return notification.quotaData.method;
    default:
      return never(notification);
  }
}

export function missingTypeWebhook(): string | undefined {
  switch (notification.typeWebhook) {
    case "incomingCall":
      return notification.from;
    default:
      // @ts-expect-error ten kinds are not handled
      return never(notification);
  }
}

export function missingTypeMessage(data: MessageData): string {
  switch (data.typeMessage) {
    case "deletedMessage":
      return data.deletedMessageData.stanzaId;
    default:
      // @ts-expect-error 30 types of message are not handled
      return never(data);
  }
}

export function wrongCase(): void {
  switch (notification.typeWebhook) {
    // @ts-expect-error misspelt: incomingMessageReceived
    case "incomingMessageRecieved":
      break;
    default:
  }
}

if (notification.typeWebhook === "incomingMessageReceived" && notification.messageData.typeMessage === "imageMessage") {
  assertType<string | undefined>(notification.messageData.fileMessageData.downloadUrl);
  // @ts-expect-error a field of another type of message
  assertType(notification.messageData.textMessageData);
}

if (notification.typeWebhook === "incomingCall") {
  // @ts-expect-error a field of another kind of notification
  assertType(notification.messageData);
  // @ts-expect-error the wire's own fields are read-only
  notification.from = "";
  // New values are accepted, the known ones are completed.
  assertType<typeof notification.status>("later");
}

if (isMessage(notification, "imageMessage")) {
  assertType<string>(notification.idMessage);
  assertType<"incomingMessageReceived" | "outgoingMessageReceived" | "outgoingAPIMessageReceived">(notification.typeWebhook);
  expectTypeOf(notification.messageData).toEqualTypeOf<ImageMessage>();
} else {
  // What isn't that message is still every kind of notification.
  assertType<keyof NotificationByTypeWebhook>(notification.typeWebhook);
}
// @ts-expect-error no such type of message
isMessage(notification, "imageMessages");

expectTypeOf(textOf(notification)).toEqualTypeOf<string | undefined>();
expectTypeOf(sentAt(notification)).toEqualTypeOf<Date | undefined>();
expectTypeOf(choiceOf(notification)?.index).toEqualTypeOf<number | undefined>();
expectTypeOf(mediaOf(notification)?.type).toEqualTypeOf<"image" | "video" | "document" | "audio" | "sticker" | undefined>();

// Either spelling of a type stands for both.
if (isMessage(notification, "interactiveButtonReply")) {
  assertType<"interactiveButtonsReply" | "interactiveButtonReply">(notification.messageData.typeMessage);
}

const parsed = parseNotification({});
// @ts-expect-error whether it is known wasn't asked
assertType(parsed.notification);
if (parsed.kind === "known") expectTypeOf(parsed.notification).toEqualTypeOf<Notification>();
if (parsed.kind === "unknown") {
  textOf(parsed.envelope ?? { typeWebhook: parsed.typeWebhook });
  // @ts-expect-error the envelope may be absent
  textOf(parsed.envelope);
  // @ts-expect-error an unknown kind can be any string, but has no notification
  assertType(parsed.notification);
}
// @ts-expect-error a malformed one isn't read
if (parsed.kind === "malformed") textOf(parsed);
// @ts-expect-error a result isn't the notification in it
textOf(parsed);

expectTypeOf(schemaOf("incomingMessageReceived", "imageMessage").parse({})).toEqualTypeOf<IncomingMessageReceived<ImageMessage>>();
expectTypeOf(schemaOf("incomingCall").parse({})).toEqualTypeOf<NotificationByTypeWebhook["incomingCall"]>();

// @ts-expect-error a call carries no message
schemaOf("incomingCall", "imageMessage");
// @ts-expect-error no such kind
jsonSchemaOf("incomingCalls");

export function readersOfResults(parsed: KnownNotification | UnknownNotification, message: IncomingMessageReceived): void {
  expectTypeOf(textOf(parsed)).toEqualTypeOf<string | undefined>();
  if (isMessage(parsed, "imageMessage")) {
    expectTypeOf(parsed.notification.messageData).toEqualTypeOf<ImageMessage>();
    expectTypeOf(chatOf(parsed)).toEqualTypeOf<string>();
  }
  // Every message has a chat; not every notification has.
  expectTypeOf(chatOf(message)).toEqualTypeOf<string>();
  expectTypeOf(chatOf({} as NotificationByTypeWebhook["incomingCall"])).toEqualTypeOf<string>();
  expectTypeOf(chatOf(notification)).toEqualTypeOf<string | undefined>();
  // A number, which may have more digits than JavaScript holds.
  expectTypeOf(chatOf({} as NotificationByTypeWebhook["incomingBlock"])).toEqualTypeOf<string | undefined>();
  expectTypeOf(chatOf(parsed)).toEqualTypeOf<string | undefined>();
}
