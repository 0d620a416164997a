import type { MessageDataByTypeMessage } from "./message-data.ts";

/** The `typeMessage` values that were published in two spellings. */
const pairs: Readonly<Record<string, keyof MessageDataByTypeMessage>> = {
  contactsArrayMessage: "ContactsArrayMessage",
  ContactsArrayMessage: "contactsArrayMessage",
  templateButtonsReplyMessage: "templateButtonReplyMessage",
  templateButtonReplyMessage: "templateButtonsReplyMessage",
  interactiveButtonsReply: "interactiveButtonReply",
  interactiveButtonReply: "interactiveButtonsReply",
};

/** The other spelling of a `typeMessage`; `undefined` for one that has a single spelling. */
export function otherSpellingOf(typeMessage: string): keyof MessageDataByTypeMessage | undefined {
  return Object.hasOwn(pairs, typeMessage) ? pairs[typeMessage] : undefined;
}
