import type { IncomingMessageReceived } from "@greenhook/core/types";
import { undecryptableMessage, type UndecryptableMessageInput } from "../factories/undecryptable-message.ts";
import type { Scenario } from "../scenario.ts";

/** A marker that the message could not be decrypted, and minutes later the real one under the same `idMessage`. */
export function markerThenMessage(
  message: IncomingMessageReceived,
  marker: UndecryptableMessageInput["marker"] = "{{SWE001}}",
  afterMilliseconds = 180_000,
): Scenario {
  const { messageData } = undecryptableMessage({ marker });
  return [{ notification: { ...message, messageData } }, { notification: message, afterMilliseconds }];
}
