import { interactiveButtonsResponse, type InteractiveButtonsResponseInput } from "../factories/interactive-buttons-response.ts";
import { templateButtonsReplyMessage } from "../factories/template-buttons-reply-message.ts";
import type { Scenario } from "../scenario.ts";

/** The same button tapped by two customers, whose devices answer in two different forms. */
export function tapOnDevices(input: InteractiveButtonsResponseInput = {}): Scenario {
  return [{ notification: interactiveButtonsResponse(input) }, { notification: templateButtonsReplyMessage(input) }];
}
