import type { MessageData } from "../messages/message-data.ts";

/**
 * The marker that stands for a message that could not be decrypted, such as `{{SWE001}}`, braces included; `""` for a text message
 * without its text, which was reported for SWE999; `undefined` for every other message.
 */
export function undecryptableMarkerOf(data: MessageData): string | undefined {
  if (data.typeMessage !== "textMessage") return undefined;
  const text = data.textMessageData.textMessage;
  if (text === undefined) return "";
  return text.startsWith("{{SWE") && /^\{\{SWE\d+\}\}$/.test(text) ? text : undefined;
}
