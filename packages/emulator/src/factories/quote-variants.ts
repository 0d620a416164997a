import type { Notification, QuotedMessage } from "@greenhook/core/types";
import { textMessage } from "./text-messages.ts";
import { quoting } from "./quoting.ts";

/** A reply to each type of message, by name. */
export function quoteVariants(): Readonly<Record<string, Notification>> {
  const withoutId = { participant: "79000000000@c.us", typeMessage: "textMessage", textMessage: "Old" } as const;
  return {
    ...Object.fromEntries(Object.entries(quotedMessages).map(([name, quoted]) => [`quoting ${name}`, quoting(textMessage(), quoted)])),
    "quoting without id": textMessage({}, { messageData: { quotedMessage: withoutId } }),
  };
}

/** A quoted message is flat, not nested as in `messageData`. */
const quotedMessages: Readonly<Record<string, QuotedMessage>> = {
  audioMessage: { typeMessage: "audioMessage", downloadUrl: "", caption: "", jpegThumbnail: "" },
  buttonsMessage: {
    typeMessage: "buttonsMessage",
    contentText: "Choose",
    footer: "",
    buttons: [{ buttonId: "1", buttonText: "One" }],
  },
  contactMessage: {
    typeMessage: "contactMessage",
    contact: {
      displayName: "Boris",
      vcard: "BEGIN:VCARD\nVERSION:3.0\nN:;Boris;;;\nFN:Boris\nTEL;type=CELL;waid=79000000004:+7 900 000-00-04\nEND:VCARD",
    },
  },
  contactsArrayMessage: {
    typeMessage: "contactsArrayMessage",
    contacts: [
      {
        displayName: "Boris",
        vcard: "BEGIN:VCARD\nVERSION:3.0\nN:;Boris;;;\nFN:Boris\nTEL;type=CELL;waid=79000000004:+7 900 000-00-04\nEND:VCARD",
      },
    ],
  },
  documentMessage: { typeMessage: "documentMessage", downloadUrl: "", caption: "", jpegThumbnail: "" },
  extendedTextMessage: {
    typeMessage: "extendedTextMessage",
    textMessage: "https://shop.example.com",
    extendedTextMessage: { description: "", title: "The shop", previewType: "None", jpegThumbnail: null },
  },
  groupInviteMessage: {
    typeMessage: "groupInviteMessage",
    groupInviteMessageData: {
      groupJid: "120363000000000001@g.us",
      inviteCode: "code",
      inviteExpiration: "0",
      groupName: "Neighbours",
      caption: "",
      name: "",
      jpegThumbnail: "",
    },
  },
  imageMessage: { typeMessage: "imageMessage", downloadUrl: "", caption: "the old one", jpegThumbnail: "" },
  "interactiveButtons nested": {
    typeMessage: "interactiveButtons",
    interactiveButtons: {
      titleText: "T",
      contentText: "Choose",
      footerText: "",
      buttons: [{ type: "reply", buttonId: "1", buttonText: "One" }],
    },
  },
  interactiveButtons: {
    typeMessage: "interactiveButtons",
    titleText: "T",
    contentText: "Choose",
    footerText: "",
    buttons: [{ type: "reply", buttonId: "1", buttonText: "One" }],
  },
  interactiveButtonsReply: {
    typeMessage: "interactiveButtonsReply",
    titleText: "T",
    contentText: "Choose",
    footerText: "",
    buttons: [{ type: "reply", buttonId: "1", buttonText: "One" }],
  },
  listMessage: {
    typeMessage: "listMessage",
    contentText: "Choose",
    footer: "",
    sections: [{ title: "All", rows: [{ title: "One", rowId: "1" }] }],
  },
  locationMessage: {
    typeMessage: "locationMessage",
    location: { nameLocation: "", address: "", jpegThumbnail: "", latitude: 55.75, longitude: 37.61 },
  },
  pollMessage: {
    typeMessage: "pollMessage",
    name: "When?",
    options: [{ optionName: "Nine" }],
    multipleAnswers: false,
  },
  stickerMessage: {
    typeMessage: "stickerMessage",
    downloadUrl: "",
    caption: "",
    jpegThumbnail: "",
    isAnimated: false,
  },
  templateButtonsReplyMessage: { typeMessage: "templateButtonsReplyMessage", selectedDisplayText: "One", selectedId: "1" },
  templateMessage: {
    typeMessage: "templateMessage",
    contentText: "Choose",
    footer: "",
    buttons: [{ index: 1, quickReplyButton: { displayText: "One", id: "1" } }],
  },
  videoMessage: { typeMessage: "videoMessage", downloadUrl: "", caption: "", jpegThumbnail: "" },
};
