import type { IncomingMessageReceived } from "../notifications/incoming-message-received.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { textOf } from "../readers/text-of.ts";
import { toComparison } from "./fold-case.ts";

/** A text of a user, read once for all handlers that it is matched against. */
export interface IncomingText {
  readonly notification: IncomingMessageReceived;
  /** As it was sent. */
  readonly text: string;
  /** Whether the whole text is this one. */
  readonly is: (folded: string) => boolean;
  readonly command: () => WrittenCommand;
}

/** A text as a command. */
interface WrittenCommand {
  /** Whether the first word, up to an `@`, is this one. */
  readonly is: (folded: string) => boolean;
  /** What stands behind the `@`. */
  readonly bot: string | undefined;
  /** What follows the first word. */
  readonly text: string;
}

/** The notification of an incoming message. `undefined` for every other one. */
export function incomingMessageOf(parsed: KnownNotification | UnknownNotification): IncomingMessageReceived | undefined {
  if (parsed.kind === "known" && parsed.notification.typeWebhook === "incomingMessageReceived") return parsed.notification;
  return undefined;
}

/** The text of an incoming message. `undefined` where there is none. */
export function incomingTextOf(parsed: KnownNotification | UnknownNotification): IncomingText | undefined {
  const notification = incomingMessageOf(parsed);
  if (notification === undefined) return undefined;
  const text = textOf(notification);
  if (text === undefined) return undefined;
  let command: WrittenCommand | undefined;
  return { notification, text, is: toComparison(text), command: () => (command ??= commandIn(text.trim())) };
}

/** Searches, instead of one pattern for the whole: its time must grow with the text's length, not with its square. */
function commandIn(text: string): WrittenCommand {
  const end = text.search(/\s/);
  const word = end === -1 ? text : text.slice(0, end);
  const at = word.indexOf("@");
  return {
    is: toComparison(at === -1 ? word : word.slice(0, at)),
    bot: at === -1 ? undefined : word.slice(at + 1),
    text: end === -1 ? "" : text.slice(end).trimStart(),
  };
}
