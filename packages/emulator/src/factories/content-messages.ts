import type {
  ContactMessage,
  ContactsArrayMessage,
  GroupInviteMessage,
  LocationMessage,
  OrderMessage,
  PollMessage,
  PollUpdateMessage,
  ProductMessage,
} from "@greenhook/core/types";
import { messageFactory, type MessageFactory, type MessageInput } from "./factory.ts";

// Places, contacts, polls, invitations and the catalog: the default body of each, one row per factory. everyNotification() finds new rows by itself.

export interface LocationMessageInput extends MessageInput {
  /** @default 55.75 */
  readonly latitude?: number;
  /** @default 37.62 */
  readonly longitude?: number;
  /** @default "The shop" */
  readonly nameLocation?: string;
  /** @default "" */
  readonly address?: string;
}
/** A place. */
export const locationMessage: MessageFactory<LocationMessage, LocationMessageInput> = messageFactory(
  ({ latitude = 55.75, longitude = 37.62, nameLocation = "The shop", address = "" }) => ({
    typeMessage: "locationMessage",
    locationMessageData: { nameLocation, address, latitude, longitude, jpegThumbnail: "", forwardingScore: 0, isForwarded: false },
  }),
);

export interface ContactMessageInput extends MessageInput {
  /** @default "Boris" */
  readonly displayName?: string;
  /** @default 79000000004 */
  readonly phone?: number;
}
/** A contact. */
export const contactMessage: MessageFactory<ContactMessage, ContactMessageInput> = messageFactory(
  ({ displayName = "Boris", phone = 79000000004 }) => ({
    typeMessage: "contactMessage",
    contactMessageData: { displayName, vcard: vcardOf(displayName, phone), forwardingScore: 0, isForwarded: false },
  }),
);

export interface ContactsArrayMessageInput extends MessageInput {
  /** @default ["Boris", "Vera"] */
  readonly names?: readonly string[];
  /** `ContactsArrayMessage` is the older spelling, with the contacts one level higher. @default "contactsArrayMessage" */
  readonly variant?: "contactsArrayMessage" | "ContactsArrayMessage";
}
/** Several contacts. */
export const contactsArrayMessage: MessageFactory<ContactsArrayMessage, ContactsArrayMessageInput> = messageFactory(
  ({ names = ["Boris", "Vera"], variant: typeMessage = "contactsArrayMessage" }) => {
    const contacts = names.map((displayName, index) => ({ displayName, vcard: vcardOf(displayName, 79000000004 + index) }));
    const list = { contacts, forwardingScore: 0, isForwarded: false };
    return typeMessage === "contactsArrayMessage" ? { typeMessage, messageData: list } : { typeMessage, ...list };
  },
);

export interface PollMessageInput extends MessageInput {
  /** @default "When do we meet?" */
  readonly name?: string;
  /** @default ["At ten", "At noon"] */
  readonly options?: readonly string[];
  /** @default false */
  readonly multipleAnswers?: boolean;
  /** `pollCreationMessage` is the form of 2023. @default "pollMessageData" */
  readonly variant?: "pollMessageData" | "pollCreationMessage";
}
/** A poll. */
export const pollMessage: MessageFactory<PollMessage, PollMessageInput> = messageFactory(
  ({ name = "When do we meet?", options: names = ["At ten", "At noon"], multipleAnswers = false, variant }) => {
    const options = names.map((optionName) => ({ optionName }));
    if (variant !== "pollCreationMessage") return { typeMessage: "pollMessage", pollMessageData: { name, options, multipleAnswers } };
    return {
      typeMessage: "pollMessage",
      pollCreationMessage: { name, options, selectableOptionsCount: multipleAnswers ? options.length : 1 },
    };
  },
);

export interface PollUpdateMessageInput extends MessageInput {
  /** The voters of each option. @default one vote for "At ten", none for "At noon" */
  readonly votes?: Readonly<Record<string, readonly string[]>>;
  /** The poll's message. @default "3EB0AAAAAAAAAAAAAAAA" */
  readonly stanzaId?: string;
  /** `objects` is the form in one of GREEN-API's packages. @default "strings" */
  readonly variant?: "strings" | "objects";
}
/** All votes of a poll after one of them changed. */
export const pollUpdateMessage: MessageFactory<PollUpdateMessage, PollUpdateMessageInput> = messageFactory(
  ({ stanzaId = "3EB0AAAAAAAAAAAAAAAA", votes = { "At ten": ["79000000001@c.us"], "At noon": [] }, variant }) => ({
    typeMessage: "pollUpdateMessage",
    pollMessageData: {
      stanzaId,
      name: "When do we meet?",
      votes: Object.entries(votes).map(([optionName, voters]) => ({
        optionName,
        optionVoters: variant === "objects" ? voters.map((wid) => ({ wid })) : voters,
      })),
      multipleAnswers: false,
    },
  }),
);

export interface GroupInviteMessageInput extends MessageInput {
  /** @default "Neighbours" */
  readonly groupName?: string;
}
/** An invitation to a group. */
export const groupInviteMessage: MessageFactory<GroupInviteMessage, GroupInviteMessageInput> = messageFactory(
  ({ groupName = "Neighbours" }) => ({
    typeMessage: "groupInviteMessage",
    groupInviteMessageData: {
      groupJid: "120363000000000001@g.us",
      inviteCode: "code",
      inviteExpiration: "1790600000",
      groupName,
      caption: "Join us",
      name: groupName,
      jpegThumbnail: "",
    },
  }),
);

/** An order from a catalog. */
export const orderMessage: MessageFactory<OrderMessage> = messageFactory(() => ({
  typeMessage: "orderMessage",
  orderMessage: { orderId: "1200000000000001", token: "b3JkZXItdG9rZW4=", totalPrice: "250000", sellerJid: "79000000001@c.us" },
}));

/** A product of a catalog. */
export const productMessage: MessageFactory<ProductMessage> = messageFactory(() => ({
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
}));

/** A contact's card in the form that WhatsApp writes. */
function vcardOf(displayName: string, phone: number): string {
  return `BEGIN:VCARD\nVERSION:3.0\nN:;${displayName};;;\nFN:${displayName}\nTEL;type=CELL;waid=${phone}:+${phone}\nEND:VCARD`;
}
