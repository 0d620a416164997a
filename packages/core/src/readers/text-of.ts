import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";
import { undecryptableMarkerOf } from "./undecryptable-marker-of.ts";

/**
 * The text that somebody wrote, whichever type it arrived as: text, extended text, or a quoting reply. `undefined` for everything else:
 * reactions, edits, captions, the markers of undecryptable messages, empty texts.
 *
 * @example
 * const text = textOf(notification);
 * if (text !== undefined) console.log(text);
 */
export function textOf(notification: Readable): string | undefined {
  const data = messageDataOf(notification);
  switch (data?.typeMessage) {
    case "textMessage":
      return undecryptableMarkerOf(data) === undefined ? data.textMessageData.textMessage || undefined : undefined;
    case "extendedTextMessage":
    case "quotedMessage":
      return data.extendedTextMessageData.text || undefined;
    default:
      return undefined;
  }
}
