import type { Instance } from "../instance/instance.ts";
import { chatIdIn, optionalFlagIn, optionalTextIn, textIn } from "./input-fields.ts";
import { perInstance } from "./instance-state.ts";
import type { Call, Methods } from "./method.ts";

/** The names in the account's address book, by chat id. */
export const contactNamesOf: (instance: Instance) => Map<string, string> = perInstance(() => new Map<string, string>());

/** The account's address book. @see https://green-api.com/en/docs/api/contacts/ */
export const contacts: Methods = {
  // No source has the rates of these methods.
  addContact: {
    verbs: ["POST"],
    rate: 1,
    run: (call) => {
      write(call);
      return { addContact: true };
    },
  },
  editContact: {
    verbs: ["POST"],
    rate: 1,
    run: (call) => {
      if (!contactNamesOf(call.instance).has(chatIdIn(call))) return { editContact: false, message: "contact not found" };
      write(call);
      return { editContact: true };
    },
  },
  deleteContact: {
    verbs: ["POST"],
    rate: 1,
    run: (call) =>
      contactNamesOf(call.instance).delete(chatIdIn(call))
        ? { deleteContact: true }
        : { deleteContact: false, message: "contact not found" },
  },
};

function write(call: Call): void {
  const { instance, input } = call;
  const chatId = chatIdIn(call);
  const firstName = textIn(input, "firstName");
  const lastName = optionalTextIn(input, "lastName") ?? "";
  optionalFlagIn(input, "saveInAddressbook");
  contactNamesOf(instance).set(chatId, `${firstName} ${lastName}`.trim());
}
