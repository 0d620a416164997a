import { fieldsOf } from "./fields-of.ts";
import { fileFieldsOf } from "./file-fields-of.ts";
import { isMarker } from "./is-marker.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * Whether a message could not be decrypted: a text message whose text is a marker such as `{{SWE001}}`, or is missing, or a file whose address
 * is a marker such as `{{SWE002}}`. The real message may follow, minutes later and under the same `idMessage`. Observed.
 *
 * @example
 * if (isUndecryptable(notification)) console.log("open the phone once, so that it can decrypt");
 *
 * @see https://github.com/green-api/issues/issues/604
 */
export function isUndecryptable(notification: Readable): boolean {
  const { typeMessage, textMessageData } = messageFieldsOf(notification);
  const { textMessage } = fieldsOf(textMessageData);
  if (typeMessage === "textMessage" && (textMessage === undefined || textMessage === null)) return true;
  const text = typeMessage === "textMessage" ? textMessage : fileFieldsOf(notification)["downloadUrl"];
  return typeof text === "string" && isMarker(text);
}
