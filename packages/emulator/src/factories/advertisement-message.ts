import type { ExtendedTextMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link advertisementMessage} takes. */
export interface AdvertisementMessageInput extends MessageInput {
  /** Default: `I saw your offer`. */
  readonly text?: string;
  /** The advertisement. Default: `https://ads.example.com/1`. */
  readonly sourceUrl?: string;
}

/** A text written from an advertisement. */
export function advertisementMessage(
  input: AdvertisementMessageInput = {},
  changes?: MessageChanges<ExtendedTextMessage>,
): IncomingMessageReceived<ExtendedTextMessage> {
  const { text = "I saw your offer", sourceUrl = "https://ads.example.com/1" } = input;
  return incomingMessage<ExtendedTextMessage>(
    input,
    {
      typeMessage: "extendedTextMessage",
      extendedTextMessageData: {
        text,
        title: "Offer",
        description: "",
        jpegThumbnail: "",
        previewType: "None",
        forwardingScore: 0,
        isForwarded: false,
        containsAutoReply: true,
        showAdAttribution: true,
        mediaType: "IMAGE",
        sourceId: "6900000000001",
        sourceType: "ad",
        sourceUrl,
        thumbnailUrl: "https://ads.example.com/1.jpeg",
      },
    },
    changes,
  );
}
