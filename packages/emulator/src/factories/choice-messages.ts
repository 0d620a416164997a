import type {
  ButtonsMessage,
  ButtonsResponseMessage,
  InteractiveButtons,
  InteractiveButtonsReply,
  InteractiveButtonsResponse,
  ListMessage,
  ListResponseMessage,
  TemplateButtonsReplyMessage,
  TemplateMessage,
} from "@greenhook/core/types";
import { messageFactory, type MessageFactory, type MessageInput } from "./factory.ts";

// Buttons, lists and choices: the default body of each, one row per factory. everyNotification() finds new rows by itself.

const earlierMessage = "3EB0AAAAAAAAAAAAAAAA";

/** The options of a message that offers a choice. */
export interface OfferInput extends MessageInput {
  /** @default "Choose" */
  readonly text?: string;
}

/** The options of a message that brings a choice. */
export interface ChoiceInput extends MessageInput {
  /** @default "yes" */
  readonly selectedId?: string;
  /** @default "Yes" */
  readonly selectedText?: string;
  /** The message that offered the choice. @default "3EB0AAAAAAAAAAAAAAAA" */
  readonly stanzaId?: string;
}

/** Buttons to tap, in the older form. */
export const buttonsMessage: MessageFactory<ButtonsMessage, OfferInput> = messageFactory(({ text = "Choose" }) => ({
  typeMessage: "buttonsMessage",
  buttonsMessage: {
    contentText: text,
    footer: "The shop",
    buttons: [
      { buttonId: "yes", buttonText: "Yes" },
      { buttonId: "no", buttonText: "No" },
    ],
    forwardingScore: 0,
    isForwarded: false,
  },
}));

/** A button of the older form was tapped. */
export const buttonsResponseMessage: MessageFactory<ButtonsResponseMessage, ChoiceInput> = messageFactory(
  ({ selectedId = "yes", selectedText = "Yes", stanzaId = earlierMessage }) => ({
    typeMessage: "buttonsResponseMessage",
    buttonsResponseMessage: { stanzaId, selectedButtonId: selectedId, selectedButtonText: selectedText },
  }),
);

/** A list to choose from. */
export const listMessage: MessageFactory<ListMessage, OfferInput> = messageFactory(({ text = "Choose" }) => ({
  typeMessage: "listMessage",
  listMessage: {
    contentText: text,
    title: "Menu",
    footer: "The shop",
    buttonText: "Open",
    sections: [{ title: "Drinks", rows: [{ title: "Tea", rowId: "tea", description: "Hot" }] }],
    forwardingScore: 0,
    isForwarded: false,
  },
}));

/** A row of a list was chosen. */
export const listResponseMessage: MessageFactory<ListResponseMessage, ChoiceInput> = messageFactory(
  ({ selectedId = "yes", selectedText = "Yes", stanzaId = earlierMessage }) => ({
    typeMessage: "listResponseMessage",
    listResponseMessage: { stanzaId, title: selectedText, listType: 1, singleSelectReply: selectedId },
  }),
);

/** A template with buttons. */
export const templateMessage: MessageFactory<TemplateMessage, OfferInput> = messageFactory(({ text = "Choose" }) => ({
  typeMessage: "templateMessage",
  templateMessage: {
    contentText: text,
    footer: "The shop",
    namespace: "shop",
    elementName: "offer",
    buttons: [
      { index: 1, urlButton: { displayText: "Open", url: "https://shop.example.com" } },
      { index: 2, callButton: { displayText: "Call", phoneNumber: "79000000000" } },
      { index: 3, quickReplyButton: { displayText: "Yes", id: "yes" } },
    ],
    forwardingScore: 0,
    isForwarded: false,
  },
}));

export interface TemplateButtonsReplyMessageInput extends ChoiceInput {
  /** Both spellings are published. @default "templateButtonsReplyMessage" */
  readonly variant?: "templateButtonsReplyMessage" | "templateButtonReplyMessage";
}
/** A button was tapped. The device decides between this form and that of `interactiveButtonsResponse()`. */
export const templateButtonsReplyMessage: MessageFactory<TemplateButtonsReplyMessage, TemplateButtonsReplyMessageInput> = messageFactory(
  ({ selectedId = "yes", selectedText = "Yes", stanzaId = earlierMessage, variant: typeMessage = "templateButtonsReplyMessage" }) => ({
    typeMessage,
    templateButtonReplyMessage: { stanzaId, selectedIndex: 0, selectedId, selectedDisplayText: selectedText },
  }),
);

/** Buttons that copy, call or open something. */
export const interactiveButtons: MessageFactory<InteractiveButtons, OfferInput> = messageFactory(({ text = "Choose" }) => ({
  typeMessage: "interactiveButtons",
  interactiveButtons: {
    titleText: "The shop",
    contentText: text,
    footerText: "",
    buttons: [
      { type: "copy", buttonId: "1", buttonText: "Copy", copyCode: "12345" },
      { type: "call", buttonId: "2", buttonText: "Call", phoneNumber: "79000000000" },
      { type: "url", buttonId: "3", buttonText: "Open", url: "https://shop.example.com" },
    ],
  },
}));

export interface InteractiveButtonsReplyInput extends OfferInput {
  /** Both spellings are published. @default "interactiveButtonsReply" */
  readonly variant?: "interactiveButtonsReply" | "interactiveButtonReply";
}
/** Buttons whose tap sends a reply. */
export const interactiveButtonsReply: MessageFactory<InteractiveButtonsReply, InteractiveButtonsReplyInput> = messageFactory(
  ({ text = "Choose", variant: typeMessage = "interactiveButtonsReply" }) => ({
    typeMessage,
    interactiveButtonsReply: {
      titleText: "The shop",
      contentText: text,
      footerText: "",
      buttons: [{ type: "reply", buttonId: "yes", buttonText: "Yes" }],
    },
  }),
);

/** A button was tapped. The device decides between this form and that of `templateButtonsReplyMessage()`. */
export const interactiveButtonsResponse: MessageFactory<InteractiveButtonsResponse, ChoiceInput> = messageFactory(
  ({ selectedId = "yes", selectedText = "Yes", stanzaId = earlierMessage }) => ({
    typeMessage: "interactiveButtonsResponse",
    interactiveButtonsResponse: { stanzaId, selectedIndex: 0, selectedId, selectedDisplayText: selectedText },
    quotedMessage: {
      stanzaId,
      participant: "79000000000@c.us",
      typeMessage: "interactiveButtons",
      interactiveButtons: { contentText: "Choose", buttons: [{ type: "reply", buttonId: selectedId, buttonText: selectedText }] },
    },
  }),
);
