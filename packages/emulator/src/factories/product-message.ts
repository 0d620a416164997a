import type { ProductMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** A product of a catalog. */
export function productMessage(
  input: MessageInput = {},
  changes?: MessageChanges<ProductMessage>,
): IncomingMessageReceived<ProductMessage> {
  return incomingMessage<ProductMessage>(
    input,
    {
      typeMessage: "productMessage",
      productMessage: {
        productId: "2600000000000001",
        title: "Borscht",
        description: "hot",
        currencyCode: "RUB",
        price: "250",
        url: "https://shop.example.com/borscht",
        productImageCount: 1,
        fileMessageData: {
          downloadUrl: "https://files.example.com/borscht.jpeg",
          caption: "",
          fileName: "borscht.jpeg",
          jpegThumbnail: "",
          mimeType: "image/jpeg",
        },
      },
    },
    changes,
  );
}
