import { stringFrom } from "../schema/string-from.ts";
import { fieldsOf } from "./fields-of.ts";
import { isMarker } from "./is-marker.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * The text of a message, whichever type it arrived as: text, extended text, or a quoting reply. `undefined` for everything else: reactions,
 * edits, captions, the markers of undecryptable messages, empty texts.
 *
 * @example
 * const text = textOf(notification);
 * if (text !== undefined) console.log(text);
 */
export function textOf(notification: Readable): string | undefined {
  const { typeMessage, textMessageData, extendedTextMessageData } = messageFieldsOf(notification);
  switch (typeMessage) {
    case "textMessage": {
      const text = stringFrom(fieldsOf(textMessageData)["textMessage"]);
      return text === undefined || isMarker(text) ? undefined : text || undefined;
    }
    case "extendedTextMessage":
    case "quotedMessage":
      return stringFrom(fieldsOf(extendedTextMessageData)["text"]) || undefined;
    default:
      return undefined;
  }
}
