import type { MessageDataByTypeMessage } from "./message-data.ts";

/** The `typeMessage` values that were published in two spellings. */
const pairs: readonly (readonly (keyof MessageDataByTypeMessage)[])[] = [
  ["contactsArrayMessage", "ContactsArrayMessage"],
  ["templateButtonsReplyMessage", "templateButtonReplyMessage"],
  ["interactiveButtonsReply", "interactiveButtonReply"],
];

/** The other spelling of a `typeMessage`; `undefined` for one that has a single spelling. */
export function otherSpellingOf(typeMessage: string): keyof MessageDataByTypeMessage | undefined {
  return pairs.find((pair) => pair.some((spelling) => spelling === typeMessage))?.find((spelling) => spelling !== typeMessage);
}
