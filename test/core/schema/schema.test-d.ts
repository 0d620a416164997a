// Checked by the "type check of tests": every @ts-expect-error must be an error.
import type { TextMessage, TextMessageData } from "@greenhook/core/types";
import {
  array,
  boolean,
  literal,
  nullable,
  number,
  object,
  optional,
  string,
  union,
  type FieldsOf,
  type ObjectSchema,
  type Schema,
} from "../../../packages/core/dist/schema/schema.js";

interface Contact {
  readonly id: string;
  readonly name?: string;
  readonly kind: "person" | "group";
  readonly phone: number | string;
  readonly picture?: string | null;
  readonly tags: readonly { readonly text: string; readonly color?: string }[];
}

const fields = {
  id: string,
  name: optional(string),
  kind: literal("person", "group"),
  phone: union([number, string]),
  picture: optional(nullable(string)),
  tags: array(object({ text: string, color: optional(string) })),
};

export const same: Schema<Contact> = object(fields);
export const sameObject: ObjectSchema<Contact> = object(fields);
export const sameFields: FieldsOf<Contact> = fields;

const { name: _name, ...withoutName } = fields;
// @ts-expect-error the optional field `name` was dropped
export const dropped: Schema<Contact> = object(withoutName);
// @ts-expect-error the same of an object whose fields can be read
export const droppedObject: ObjectSchema<Contact> = object(withoutName);
// @ts-expect-error the same of fields to be spread
export const droppedFields: FieldsOf<Contact> = withoutName;

const { id: _id, ...withoutId } = fields;
// @ts-expect-error the required field `id` was dropped
export const droppedRequired: Schema<Contact> = object(withoutId);

// @ts-expect-error `later` is in no interface
export const added: Schema<Contact> = object({ ...fields, later: string });
// @ts-expect-error `later` is in no interface, though a value may lack it
export const addedOptional: Schema<Contact> = object({ ...fields, later: optional(string) });

// @ts-expect-error `id` is a string
export const wrongType: Schema<Contact> = object({ ...fields, id: number });
// @ts-expect-error `name` is a string where there is one
export const wrongOptionalType: Schema<Contact> = object({ ...fields, name: optional(boolean) });
// @ts-expect-error `tags` are objects
export const wrongItems: Schema<Contact> = object({ ...fields, tags: array(string) });
// @ts-expect-error `color` in `tags` was dropped
export const droppedInside: Schema<Contact> = object({ ...fields, tags: array(object({ text: string })) });

// @ts-expect-error `name` may be absent
export const requiredForOptional: Schema<Contact> = object({ ...fields, name: string });
// @ts-expect-error `id` is always there
export const optionalForRequired: Schema<Contact> = object({ ...fields, id: optional(string) });

// @ts-expect-error `phone` may be a string too
export const missingBranch: Schema<Contact> = object({ ...fields, phone: number });
// @ts-expect-error `phone` is never a boolean
export const additionalBranch: Schema<Contact> = object({ ...fields, phone: union([number, string, boolean]) });
// @ts-expect-error `kind` may be a group too
export const missingLiteral: Schema<Contact> = object({ ...fields, kind: literal("person") });
// @ts-expect-error `kind` is one of two words
export const textForLiteral: Schema<Contact> = object({ ...fields, kind: string });
// @ts-expect-error `picture` may be null
export const missingNull: Schema<Contact> = object({ ...fields, picture: optional(string) });
// @ts-expect-error `name` is never null
export const additionalNull: Schema<Contact> = object({ ...fields, name: optional(nullable(string)) });

// @ts-expect-error an interface's schema is none of a part of it
export const narrower: Schema<Pick<Contact, "id">> = same;
// @ts-expect-error nor of one that has more
export const wider: Schema<Contact & { readonly later: string }> = same;

declare const textMessage: Schema<TextMessage>;
// @ts-expect-error the schema of a message is not that of the object in it
export const ofAnother: Schema<TextMessageData> = textMessage;
