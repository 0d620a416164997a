import type { NamedNotification } from "./named-notification.ts";
import { asOutgoingApi } from "./as-outgoing-api.ts";
import { buttonsMessage } from "./buttons-message.ts";
import { buttonsResponseMessage } from "./buttons-response-message.ts";
import { interactiveButtonsReply } from "./interactive-buttons-reply.ts";
import { interactiveButtonsResponse } from "./interactive-buttons-response.ts";
import { listResponseMessage } from "./list-response-message.ts";
import { templateButtonsReplyMessage } from "./template-buttons-reply-message.ts";
import { templateMessage } from "./template-message.ts";

/** Buttons, lists and answers to them, in the shapes that only some pages, packages or years have. */
export function choiceVariants(): readonly NamedNotification[] {
  return [
    {
      name: "buttonsMessage java",
      notification: buttonsMessage(
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
    },
    {
      name: "buttonsResponseMessage 2022",
      notification: buttonsResponseMessage({}, { messageData: { buttonsResponseMessage: { stanzaId: undefined } } }),
    },
    {
      name: "interactiveButtonsReply answer",
      notification: interactiveButtonsReply(
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
    },
    ...(["interactiveButtonsReply", "interactiveButtonReply"] as const).map((variant) => ({
      name: `${variant} table`,
      notification: interactiveButtonsReply(
        { variant },
        {
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
        },
      ),
    })),
    {
      name: "interactiveButtonsResponse other names",
      notification: interactiveButtonsResponse(
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
    },
    {
      name: "interactiveButtonsResponse in other fields",
      notification: interactiveButtonsResponse(
        {},
        { messageData: { quotedMessage: { interactiveButtons: { titleText: "T", footerText: "" } } } },
      ),
    },
    {
      name: "listResponseMessage table",
      notification: listResponseMessage({}, { messageData: { listResponseMessage: { stanzaId: undefined, listType: "1" } } }),
    },
    {
      name: "templateButtonsReplyMessage java",
      notification: templateButtonsReplyMessage(
        {},
        {
          messageData: {
            templateButtonReplyMessage: undefined,
            templateMessage: { stanzaId: "3EB0AAAAAAAAAAAAAAAA", selectedIndex: 1, selectedId: "yes", selectedDisplayText: "Yes" },
          },
        },
      ),
    },
    {
      name: "templateButtonsReplyMessage in other fields",
      notification: templateButtonsReplyMessage({}, { messageData: { templateButtonReplyMessage: { selectedIndex: "1" } } }),
    },
    {
      name: "templateMessage waba own code",
      notification: asOutgoingApi(
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
    },
    {
      name: "templateMessage waba",
      notification: asOutgoingApi(
        templateMessage({}, { messageData: { templateMessage: undefined, messageData: { templateId: "offer", params: ["Anna"] } } }),
      ),
    },
    {
      name: "templateMessage in other fields",
      notification: templateMessage(
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
    },
  ];
}
