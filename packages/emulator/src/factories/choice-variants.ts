import type { InteractiveButtonsReply, Notification } from "@greenhook/core/types";
import { asOutgoingApi } from "./as-outgoing.ts";
import {
  buttonsMessage,
  buttonsResponseMessage,
  interactiveButtonsReply,
  interactiveButtonsResponse,
  listResponseMessage,
  templateButtonsReplyMessage,
  templateMessage,
} from "./choice-messages.ts";
import type { MessageChanges } from "./factory.ts";

/** Buttons, lists and choices in forms that only some pages, packages or years have, by name. */
export function choiceVariants(): Readonly<Record<string, Notification>> {
  return {
    "buttonsMessage java": buttonsMessage(
      {},
      {
        messageData: {
          buttonsMessage: undefined,
          buttonMessageData: {
            contentText: "Choose",
            footer: "The shop",
            buttons: [
              { buttonId: "yes", buttonText: "Yes" },
              { buttonId: "no", buttonText: "No" },
            ],
            forwardingScore: 0,
            isForwarded: false,
          },
        },
      },
    ),
    "buttonsResponseMessage 2022": buttonsResponseMessage({}, { messageData: { buttonsResponseMessage: { stanzaId: undefined } } }),
    "interactiveButtonsReply answer": interactiveButtonsReply(
      {},
      {
        messageData: {
          interactiveButtonsReply: undefined,
          templateButtonReplyMessage: {
            stanzaId: "3EB0AAAAAAAAAAAAAAAA",
            selectedIndex: 1,
            selectedId: "yes",
            selectedDisplayText: "Yes",
          },
        },
      },
    ),
    "interactiveButtonsReply table": interactiveButtonsReply({ variant: "interactiveButtonsReply" }, table),
    "interactiveButtonReply table": interactiveButtonsReply({ variant: "interactiveButtonReply" }, table),
    "interactiveButtonsResponse other names": interactiveButtonsResponse(
      {},
      {
        messageData: {
          quotedMessage: undefined,
          interactiveButtonsResponse: {
            selectedIndex: undefined,
            selectedId: undefined,
            selectedDisplayText: undefined,
            selectedButtonId: "yes",
            selectedButtonText: "Yes",
          },
        },
      },
    ),
    "interactiveButtonsResponse in other fields": interactiveButtonsResponse(
      {},
      { messageData: { quotedMessage: { interactiveButtons: { titleText: "T", footerText: "" } } } },
    ),
    "listResponseMessage table": listResponseMessage({}, { messageData: { listResponseMessage: { stanzaId: undefined, listType: "1" } } }),
    "templateButtonsReplyMessage java": templateButtonsReplyMessage(
      {},
      {
        messageData: {
          templateButtonReplyMessage: undefined,
          templateMessage: { stanzaId: "3EB0AAAAAAAAAAAAAAAA", selectedIndex: 1, selectedId: "yes", selectedDisplayText: "Yes" },
        },
      },
    ),
    "templateButtonsReplyMessage in other fields": templateButtonsReplyMessage(
      {},
      { messageData: { templateButtonReplyMessage: { selectedIndex: "1" } } },
    ),
    "templateMessage waba own code": asOutgoingApi(
      templateMessage(
        {},
        {
          messageData: {
            templateMessage: {
              contentText: undefined,
              footer: undefined,
              namespace: undefined,
              elementName: undefined,
              buttons: undefined,
              forwardingScore: undefined,
              isForwarded: undefined,
              templateId: "offer",
              params: ["Anna"],
            },
          },
        },
      ),
    ),
    "templateMessage waba": asOutgoingApi(
      templateMessage({}, { messageData: { templateMessage: undefined, messageData: { templateId: "offer", params: ["Anna"] } } }),
    ),
    "templateMessage in other fields": templateMessage(
      {},
      {
        messageData: {
          templateMessage: {
            buttons: [
              { index: 1, urlButton: { displayText: "Open", url: "https://shop.example.com" } },
              { index: 2, callButton: { displayText: "Call", phoneNumber: "79000000001" } },
              { index: "3", quickReplyButton: { displayText: "Yes", id: "yes" } },
            ],
          },
        },
      },
    ),
  };
}

/** The field names in the table of the page, other than those in its example. */
const table: MessageChanges<InteractiveButtonsReply> = {
  messageData: {
    interactiveButtonsReply: {
      titleText: undefined,
      contentText: undefined,
      footerText: undefined,
      header: "Offer",
      body: "Choose",
      footer: "",
    },
  },
};
