import * as core from "@greenhook/core";
import type { Readable } from "@greenhook/core";

const isString = (value: unknown) => typeof value === "string";
const isBoolean = (value: unknown) => typeof value === "boolean";
const isNumber = (value: unknown) => typeof value === "number";
const maybe = (check: (value: unknown) => boolean) => (value: unknown) => value === undefined || check(value);
const listOf = (check: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(check);
const shape = (fields: Readonly<Record<string, (value: unknown) => boolean>>) => (value: unknown) =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

/** Each reader with what its declaration says it gives. */
export const readers: readonly (readonly [name: string, read: (readable: Readable) => unknown, check: (value: unknown) => boolean])[] = [
  ["captionOf", core.captionOf, maybe(isString)],
  ["chatOf", core.chatOf, maybe(isString)],
  [
    "choiceOf",
    core.choiceOf,
    maybe(shape({ id: maybe(isString), title: maybe(isString), index: maybe(isNumber), idMessage: maybe(isString) })),
  ],
  ["contactsOf", core.contactsOf, maybe(listOf(shape({ vcard: isString, displayName: maybe(isString), chatId: maybe(isString) })))],
  ["deletionOf", core.deletionOf, maybe(shape({ idMessage: isString }))],
  ["editOf", core.editOf, maybe(shape({ idMessage: maybe(isString), text: maybe(isString), caption: maybe(isString) }))],
  ["isDeduplicable", core.isDeduplicable as (readable: Readable) => unknown, isBoolean],
  ["isForwarded", core.isForwarded, isBoolean],
  ["isGroup", core.isGroup, isBoolean],
  ["isPlainMessage", core.isPlainMessage, isBoolean],
  ["isUndecryptable", core.isUndecryptable, isBoolean],
  ["keyOf", core.keyOf as (readable: Readable) => unknown, isString],
  ["locationOf", core.locationOf, maybe(shape({ latitude: isNumber, longitude: isNumber, address: maybe(isString) }))],
  [
    "mediaOf",
    core.mediaOf,
    maybe(shape({ type: isString, url: maybe(isString), fileName: maybe(isString), isAnimated: isBoolean, isVideoNote: isBoolean })),
  ],
  ["messageKeyOf", core.messageKeyOf as (readable: Readable) => unknown, maybe(isString)],
  [
    "pollOf",
    core.pollOf,
    maybe(
      shape({
        idMessage: maybe(isString),
        name: maybe(isString),
        options: listOf(shape({ name: isString, voters: listOf(isString) })),
        multipleAnswers: maybe(isBoolean),
      }),
    ),
  ],
  [
    "quotaOf",
    core.quotaOf,
    maybe(shape({ method: maybe(isString), used: maybe(isNumber), total: maybe(isNumber), status: maybe(isString) })),
  ],
  [
    "quotedOf",
    core.quotedOf,
    maybe(
      shape({
        idMessage: maybe(isString),
        sender: maybe(isString),
        typeMessage: maybe(isString),
        text: maybe(isString),
        message: maybe(shape({ caption: maybe(isString), contacts: maybe(listOf(shape({ vcard: isString }))) })),
      }),
    ),
  ],
  ["reactionOf", core.reactionOf, maybe(shape({ emoji: isString, idMessage: maybe(isString), author: maybe(isString) }))],
  ["senderOf", core.senderOf, maybe(isString)],
  ["sentAt", core.sentAt, maybe((value) => value instanceof Date && !Number.isNaN(value.getTime()))],
  ["textOf", core.textOf, maybe(isString)],
  ["unknownFieldsOf", core.unknownFieldsOf as (readable: Readable) => unknown, listOf(isString)],
];
