import type { TemplateButtonReply } from "../messages/template-button-reply.ts";
import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/** What somebody tapped: a button, a row of a list, a template's button. */
export interface Choice {
  /** The id that the button or row was sent with. `undefined` only where the sender's device left it out. */
  readonly id: string | undefined;
  /** What is written on it. `undefined` where it wasn't sent. */
  readonly title: string | undefined;
  /** Its place, as sent; whether that counts from 0 or 1 depends on the device. `undefined` for simple buttons and lists, which have none. */
  readonly index: number | undefined;
  /** The `idMessage` of the message it belongs to. `undefined` where it wasn't sent. */
  readonly idMessage: string | undefined;
}

/**
 * What was tapped, whichever of the answer types the sender's device produced. `undefined` for a notification that is no answer.
 *
 * @example
 * const choice = choiceOf(notification);
 * if (choice?.id === "yes") console.log("agreed");
 */
export function choiceOf(notification: Readable): Choice | undefined {
  const data = messageDataOf(notification);
  switch (data?.typeMessage) {
    case "buttonsResponseMessage": {
      const { selectedButtonId, selectedButtonText, stanzaId } = data.buttonsResponseMessage;
      return { id: selectedButtonId, title: selectedButtonText, index: undefined, idMessage: stanzaId };
    }
    case "listResponseMessage": {
      const { singleSelectReply, title, stanzaId } = data.listResponseMessage;
      return { id: singleSelectReply, title, index: undefined, idMessage: stanzaId };
    }
    case "interactiveButtonsResponse": {
      const answer = data.interactiveButtonsResponse;
      const choice = choiceFrom(answer);
      return { ...choice, id: choice.id ?? answer.selectedButtonId, title: choice.title ?? answer.selectedButtonText };
    }
    case "templateButtonsReplyMessage":
    case "templateButtonReplyMessage": {
      const answer = data.templateButtonReplyMessage ?? data.templateMessage;
      return answer === undefined ? undefined : choiceFrom(answer);
    }
    case "interactiveButtonsReply":
    case "interactiveButtonReply":
      return data.templateButtonReplyMessage === undefined ? undefined : choiceFrom(data.templateButtonReplyMessage);
    default:
      return undefined;
  }
}

function choiceFrom({ selectedId, selectedDisplayText, selectedIndex, stanzaId }: TemplateButtonReply): Choice {
  return { id: selectedId, title: selectedDisplayText, index: indexFrom(selectedIndex), idMessage: stanzaId };
}

/** The table says string, the examples have a number. */
function indexFrom(index: number | string | undefined): number | undefined {
  if (typeof index !== "string") return index;
  return /^\d+$/.test(index) ? Number(index) : undefined;
}
