import { numberFrom } from "../schema/number-from.ts";
import { fieldsOf } from "./fields-of.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * Whether a message was forwarded. `false` where the message doesn't say.
 *
 * @example
 * if (isForwarded(notification)) console.log("not written for this chat");
 */
export function isForwarded(notification: Readable): boolean {
  // The marks lie in the object of the message's type; those of the quoted message are about another one.
  const { quotedMessage: _, ...parts } = messageFieldsOf(notification);
  return [parts, ...Object.values(parts)].some(isMarked);
}

function isMarked(part: unknown): boolean {
  const { isForwarded, forwardingScore } = fieldsOf(part);
  return typeof isForwarded === "boolean" ? isForwarded : (numberFrom(forwardingScore) ?? 0) > 0;
}
