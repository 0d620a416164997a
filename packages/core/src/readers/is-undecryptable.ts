import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";
import { undecryptableMarkerOf } from "./undecryptable-marker-of.ts";

/**
 * Whether a message could not be decrypted: a text message whose text is a marker such as `{{SWE001}}`, or is missing. The real message may
 * follow, minutes later and under the same `idMessage`. Observed.
 *
 * @example
 * if (isUndecryptable(notification)) console.log("open the phone once, so that it can decrypt");
 *
 * @see https://github.com/green-api/issues/issues/604
 */
export function isUndecryptable(notification: Readable): boolean {
  const data = messageDataOf(notification);
  return data !== undefined && undecryptableMarkerOf(data) !== undefined;
}
