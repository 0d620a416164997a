import type { LocationMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link locationMessage} takes. */
export interface LocationMessageInput extends MessageInput {
  /** Default: 55.75. */
  readonly latitude?: number;
  /** Default: 37.62. */
  readonly longitude?: number;
  /** Default: `The shop`. */
  readonly nameLocation?: string;
  /** Default: empty. */
  readonly address?: string;
}

/** A place. */
export function locationMessage(
  input: LocationMessageInput = {},
  changes?: MessageChanges<LocationMessage>,
): IncomingMessageReceived<LocationMessage> {
  const { latitude = 55.75, longitude = 37.62, nameLocation = "The shop", address = "" } = input;
  return incomingMessage<LocationMessage>(
    input,
    {
      typeMessage: "locationMessage",
      locationMessageData: { nameLocation, address, latitude, longitude, jpegThumbnail: "", forwardingScore: 0, isForwarded: false },
    },
    changes,
  );
}
