import type { CallOptions } from "./call-options.ts";
import { change, type MethodSpecs } from "./method-spec.ts";
import { check } from "./value-check.ts";

/** Methods of the account's address book. WhatsApp. No rate is documented: 1 a second each. Never retried. */
export interface ContactMethods {
  /** Adds a contact. @see https://green-api.com/en/docs/api/contacts/AddContact/ */
  addContact(
    input: ContactInput,
    options?: CallOptions,
  ): Promise<{ readonly addContact?: boolean; /** Why it failed. */ readonly message?: string | null }>;
  /** Changes a contact's name. @see https://green-api.com/en/docs/api/contacts/EditContact/ */
  editContact(
    input: ContactInput,
    options?: CallOptions,
  ): Promise<{ readonly editContact?: boolean; /** Why it failed. */ readonly message?: string | null }>;
  /** Deletes a contact. @see https://green-api.com/en/docs/api/contacts/DeleteContact/ */
  deleteContact(
    input: { readonly chatId: string },
    options?: CallOptions,
  ): Promise<{ readonly deleteContact?: boolean; /** Why it failed. */ readonly message?: string | null }>;
}

export interface ContactInput {
  readonly chatId: string;
  readonly firstName: string;
  readonly lastName?: string;
  /**
   * Whether the phone's address book gets it too.
   *
   * @default true
   */
  readonly saveInAddressbook?: boolean;
}

const input = {
  required: { chatId: check.nonBlank, firstName: check.nonBlank },
  optional: { lastName: check.text, saveInAddressbook: check.flag },
};

export const contactSpecs: MethodSpecs<ContactMethods> = {
  addContact: { ...change, input, response: {} },
  editContact: { ...change, input, response: {} },
  deleteContact: { ...change, input: { required: { chatId: check.nonBlank } }, response: {} },
};
