import type { NamedNotification } from "./named-notification.ts";
import { quoting } from "./quoting.ts";
import { textMessage } from "./text-message.ts";

/** A reply to each kind of message: the quoted one lies flat, not nested as in `messageData`. */
export function quoteVariants(): readonly NamedNotification[] {
  return [
    {
      name: "quoting audioMessage",
      notification: quoting(textMessage(), { typeMessage: "audioMessage", downloadUrl: "", caption: "", jpegThumbnail: "" }),
    },
    {
      name: "quoting buttonsMessage",
      notification: quoting(textMessage(), {
        typeMessage: "buttonsMessage",
        contentText: "Choose",
        footer: "",
        buttons: [{ buttonId: "1", buttonText: "One" }],
      }),
    },
    {
      name: "quoting contactMessage",
      notification: quoting(textMessage(), {
        typeMessage: "contactMessage",
        contact: {
          displayName: "Boris",
          vcard: "BEGIN:VCARD\nVERSION:3.0\nN:;Boris;;;\nFN:Boris\nTEL;type=CELL;waid=79000000004:+7 900 000-00-04\nEND:VCARD",
        },
      }),
    },
    {
      name: "quoting contactsArrayMessage",
      notification: quoting(textMessage(), {
        typeMessage: "contactsArrayMessage",
        contacts: [
          {
            displayName: "Boris",
            vcard: "BEGIN:VCARD\nVERSION:3.0\nN:;Boris;;;\nFN:Boris\nTEL;type=CELL;waid=79000000004:+7 900 000-00-04\nEND:VCARD",
          },
        ],
      }),
    },
    {
      name: "quoting documentMessage",
      notification: quoting(textMessage(), { typeMessage: "documentMessage", downloadUrl: "", caption: "", jpegThumbnail: "" }),
    },
    {
      name: "quoting extendedTextMessage",
      notification: quoting(textMessage(), {
        typeMessage: "extendedTextMessage",
        textMessage: "https://shop.example.com",
        extendedTextMessage: { description: "", title: "The shop", previewType: "None", jpegThumbnail: null },
      }),
    },
    {
      name: "quoting groupInviteMessage",
      notification: quoting(textMessage(), {
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
      }),
    },
    {
      name: "quoting imageMessage",
      notification: quoting(textMessage(), { typeMessage: "imageMessage", downloadUrl: "", caption: "the old one", jpegThumbnail: "" }),
    },
    {
      name: "quoting interactiveButtons nested",
      notification: quoting(textMessage(), {
        typeMessage: "interactiveButtons",
        interactiveButtons: {
          titleText: "T",
          contentText: "Choose",
          footerText: "",
          buttons: [{ type: "reply", buttonId: "1", buttonText: "One" }],
        },
      }),
    },
    {
      name: "quoting interactiveButtons",
      notification: quoting(textMessage(), {
        typeMessage: "interactiveButtons",
        titleText: "T",
        contentText: "Choose",
        footerText: "",
        buttons: [{ type: "reply", buttonId: "1", buttonText: "One" }],
      }),
    },
    {
      name: "quoting interactiveButtonsReply",
      notification: quoting(textMessage(), {
        typeMessage: "interactiveButtonsReply",
        titleText: "T",
        contentText: "Choose",
        footerText: "",
        buttons: [{ type: "reply", buttonId: "1", buttonText: "One" }],
      }),
    },
    {
      name: "quoting listMessage",
      notification: quoting(textMessage(), {
        typeMessage: "listMessage",
        contentText: "Choose",
        footer: "",
        sections: [{ title: "All", rows: [{ title: "One", rowId: "1" }] }],
      }),
    },
    {
      name: "quoting locationMessage",
      notification: quoting(textMessage(), {
        typeMessage: "locationMessage",
        location: { nameLocation: "", address: "", jpegThumbnail: "", latitude: 55.75, longitude: 37.61 },
      }),
    },
    {
      name: "quoting pollMessage",
      notification: quoting(textMessage(), {
        typeMessage: "pollMessage",
        name: "When?",
        options: [{ optionName: "Nine" }],
        multipleAnswers: false,
      }),
    },
    {
      name: "quoting stickerMessage",
      notification: quoting(textMessage(), {
        typeMessage: "stickerMessage",
        downloadUrl: "",
        caption: "",
        jpegThumbnail: "",
        isAnimated: false,
      }),
    },
    {
      name: "quoting templateButtonsReplyMessage",
      notification: quoting(textMessage(), { typeMessage: "templateButtonsReplyMessage", selectedDisplayText: "One", selectedId: "1" }),
    },
    {
      name: "quoting templateMessage",
      notification: quoting(textMessage(), {
        typeMessage: "templateMessage",
        contentText: "Choose",
        footer: "",
        buttons: [{ index: 1, quickReplyButton: { displayText: "One", id: "1" } }],
      }),
    },
    {
      name: "quoting videoMessage",
      notification: quoting(textMessage(), { typeMessage: "videoMessage", downloadUrl: "", caption: "", jpegThumbnail: "" }),
    },
    {
      name: "quoting without id",
      notification: textMessage(
        {},
        { messageData: { quotedMessage: { participant: "79000000000@c.us", typeMessage: "textMessage", textMessage: "Old" } } },
      ),
    },
  ];
}
