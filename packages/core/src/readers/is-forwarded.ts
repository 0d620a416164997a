import type { ForwardMarks } from "../messages/forward-marks.ts";
import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/**
 * Whether a message was forwarded. `false` where it isn't said.
 *
 * @example
 * if (isForwarded(notification)) console.log("not written for this chat");
 */
export function isForwarded(notification: Readable): boolean {
  const data = messageDataOf(notification);
  if (data === undefined) return false;
  // The marks lie in the object of the message's type; those of the quoted message are about another one.
  const { quotedMessage: _, ...parts } = data;
  return [parts, ...Object.values(parts)].some((part) => typeof part === "object" && part !== null && isMarked(part));
}

function isMarked({ isForwarded: marked, forwardingScore }: ForwardMarks): boolean {
  return marked ?? (forwardingScore !== undefined && forwardingScore > 0);
}
