import type { DeletedMessage, EditedMessage, ExtendedTextMessage, QuotedReply, ReactionMessage, TextMessage } from "@greenhook/core/types";
import { messageFactory, type MessageFactory, type MessageInput } from "./factory.ts";

// Texts, and changes to earlier messages: the default body of each, one row per factory. everyNotification() finds new rows by itself.

const earlierMessage = "3EB0AAAAAAAAAAAAAAAA";
const account = "79000000000@c.us";

export interface TextMessageInput extends MessageInput {
  /** @default "Hello" */
  readonly text?: string;
}
/** A text. */
export const textMessage: MessageFactory<TextMessage, TextMessageInput> = messageFactory(({ text = "Hello" }) => ({
  typeMessage: "textMessage",
  textMessageData: { textMessage: text },
}));

export interface UndecryptableMessageInput extends MessageInput {
  /** @default "\{\{SWE001\}\}" */
  readonly marker?: "{{SWE001}}" | "{{SWE003}}" | "{{SWE999}}";
}
/** The marker in place of a message that could not be decrypted. The real message may follow under the same `idMessage`. */
export const undecryptableMessage: MessageFactory<TextMessage, UndecryptableMessageInput> = messageFactory(({ marker = "{{SWE001}}" }) => ({
  typeMessage: "textMessage",
  textMessageData: { textMessage: marker },
}));

export interface ExtendedTextMessageInput extends MessageInput {
  /** @default "https://shop.example.com" */
  readonly text?: string;
  /** The preview's title. @default "" */
  readonly title?: string;
  /** The preview's description. @default "" */
  readonly description?: string;
}
/** A text with a preview. Plain texts from iPhones have this form too. */
export const extendedTextMessage: MessageFactory<ExtendedTextMessage, ExtendedTextMessageInput> = messageFactory(
  ({ text = "https://shop.example.com", title = "", description = "" }) => ({
    typeMessage: "extendedTextMessage",
    extendedTextMessageData: { text, description, title, previewType: "None", jpegThumbnail: "", forwardingScore: 0, isForwarded: false },
  }),
);

export interface AdvertisementMessageInput extends MessageInput {
  /** @default "I saw your offer" */
  readonly text?: string;
  /** The advertisement. @default "https://ads.example.com/1" */
  readonly sourceUrl?: string;
}
/** A text from a customer who clicked an advertisement. */
export const advertisementMessage: MessageFactory<ExtendedTextMessage, AdvertisementMessageInput> = messageFactory(
  ({ text = "I saw your offer", sourceUrl = "https://ads.example.com/1" }) => ({
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
  }),
);

export interface QuotedReplyInput extends MessageInput {
  /** @default "Yes, please" */
  readonly text?: string;
  /** The quoted message. @default "3EB0AAAAAAAAAAAAAAAA" */
  readonly stanzaId?: string;
}
/** A reply in the older form, `typeMessage: "quotedMessage"`. `quoting()` makes the newer one. */
export const quotedReply: MessageFactory<QuotedReply, QuotedReplyInput> = messageFactory(
  ({ text = "Yes, please", stanzaId = earlierMessage }) => ({
    typeMessage: "quotedMessage",
    extendedTextMessageData: { text, stanzaId, participant: account },
    quotedMessage: { stanzaId, participant: account, typeMessage: "textMessage", textMessage: "Should I send it?" },
  }),
);

export interface ReactionMessageInput extends MessageInput {
  /** Empty when the reaction is removed. @default "👍" */
  readonly emoji?: string;
  /** The message reacted to. @default "3EB0AAAAAAAAAAAAAAAA" */
  readonly stanzaId?: string;
}
/** A reaction to a message. */
export const reactionMessage: MessageFactory<ReactionMessage, ReactionMessageInput> = messageFactory(
  ({ emoji = "👍", stanzaId = earlierMessage }) => ({
    typeMessage: "reactionMessage",
    extendedTextMessageData: { text: emoji },
    quotedMessage: { stanzaId, participant: account },
  }),
);

export interface EditedMessageInput extends MessageInput {
  /** The new text, or the new caption of a file. @default "At eleven" */
  readonly text?: string;
  /** The edited message. @default "3EB0AAAAAAAAAAAAAAAA" */
  readonly stanzaId?: string;
  /** `caption` for an edited caption of a file. @default "textMessage" */
  readonly variant?: "textMessage" | "caption";
}
/** The new text of an earlier message. */
export const editedMessage: MessageFactory<EditedMessage, EditedMessageInput> = messageFactory(
  ({ text = "At eleven", stanzaId = earlierMessage, variant = "textMessage" }) => ({
    typeMessage: "editedMessage",
    editedMessageData: { stanzaId, [variant]: text },
  }),
);

export interface DeletedMessageInput extends MessageInput {
  /** The deleted message. @default "3EB0AAAAAAAAAAAAAAAA" */
  readonly stanzaId?: string;
}
/** An earlier message was deleted. */
export const deletedMessage: MessageFactory<DeletedMessage, DeletedMessageInput> = messageFactory(({ stanzaId = earlierMessage }) => ({
  typeMessage: "deletedMessage",
  deletedMessageData: { stanzaId },
}));
