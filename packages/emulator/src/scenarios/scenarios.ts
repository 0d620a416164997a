import type { IncomingMessageReceived, OutgoingAPIMessageReceived, OutgoingMessageReceived } from "@greenhook/core/types";
import { interactiveButtonsResponse, templateButtonsReplyMessage, type ChoiceInput } from "../factories/choice-messages.ts";
import { undecryptableMessage, type UndecryptableMessageInput } from "../factories/text-messages.ts";
import { outgoingMessageStatus } from "../factories/notifications-without-message.ts";

/** One notification of a {@link Scenario}. */
export interface ScenarioStep {
  /** The notification, or the text of a body, sent as it is. */
  readonly notification: object | string;
  /** The delay after the previous step, milliseconds. @default 0 */
  readonly afterMilliseconds?: number;
  /** The time it has already spent in the queue, milliseconds. @default 0 */
  readonly ageMilliseconds?: number;
}

/** Notifications in their order, for `emulator.play`. */
export type Scenario = readonly ScenarioStep[];

/** Many notifications at once, as after a time without a phone. `make` receives the numbers from 0. */
export function burst(count: number, make: (index: number) => object): Scenario {
  return Array.from({ length: count }, (_, index) => ({ notification: make(index) }));
}

/**
 * The same notification twice, by default a minute apart. Redeliveries happen without any failure, and nothing in a request identifies them
 * as such.
 */
export function duplicate(notification: object, afterMilliseconds = 60_000): Scenario {
  return [{ notification }, { notification, afterMilliseconds }];
}

/** The marker of a message that could not be decrypted, and minutes later the real message under the same `idMessage`. */
export function markerThenMessage(
  message: IncomingMessageReceived,
  marker: UndecryptableMessageInput["marker"] = "{{SWE001}}",
  afterMilliseconds = 180_000,
): Scenario {
  const { messageData } = undecryptableMessage({ marker });
  return [{ notification: { ...message, messageData } }, { notification: message, afterMilliseconds }];
}

/**
 * A queue after an outage: notifications spread evenly over the time before now, the oldest first. `make` receives the numbers from 0, and
 * the age of each notification.
 */
export function staleBacklog(
  count: number,
  make: (index: number, ageMilliseconds: number) => object,
  oldestMilliseconds: number = 23 * 60 * 60 * 1_000,
): Scenario {
  return Array.from({ length: count }, (_, index) => {
    const ageMilliseconds = Math.round((oldestMilliseconds * (count - index)) / count);
    return { notification: make(index, ageMilliseconds), ageMilliseconds };
  });
}

/** The status `delivered` of a sent message before the message itself: GREEN-API doesn't guarantee their order. */
export function statusBeforeMessage(message: OutgoingMessageReceived | OutgoingAPIMessageReceived, afterMilliseconds = 1_000): Scenario {
  const { idMessage, timestamp, senderData } = message;
  const status = outgoingMessageStatus({ idMessage, timestamp, chatId: senderData.chatId, status: "delivered" });
  return [{ notification: status }, { notification: message, afterMilliseconds }];
}

/** A tap on the same button by two customers, in the two forms that depend on the device. */
export function tapOnDevices(input: ChoiceInput = {}): Scenario {
  return [{ notification: interactiveButtonsResponse(input) }, { notification: templateButtonsReplyMessage(input) }];
}
