import { boolean, number, object, optional, string, union, type Schema } from "../schema/schema.ts";

/** What a `GroupInviteMessage` carries. */
export interface GroupInviteMessageData {
  /** The group's id, `…@g.us`. */
  readonly groupJid: string;
  /** The code to join with. */
  readonly inviteCode?: string;
  /** When it ends: a string in the pages, a 64-bit number in two halves in GREEN-API's C++ schema. */
  readonly inviteExpiration?: string | SplitLong;
  /** The group's name. */
  readonly groupName?: string;
  /** The text below. */
  readonly caption?: string;
  /** The invitation's name; not required by GREEN-API's C++ schema. */
  readonly name?: string;
  /** The group's picture, base64 JPEG, often empty. */
  readonly jpegThumbnail?: string;
}

/** A 64-bit number in two 32-bit halves. */
export interface SplitLong {
  /** The lower 32 bits. */
  readonly low?: number;
  /** The upper 32 bits. */
  readonly high?: number;
  /** Whether it is unsigned. */
  readonly unsigned?: boolean;
}

/** @internal */
export const groupInviteMessageDataSchema: Schema<GroupInviteMessageData> = object({
  groupJid: string,
  inviteCode: optional(string),
  inviteExpiration: optional(union([string, object({ low: optional(number), high: optional(number), unsigned: optional(boolean) })])),
  groupName: optional(string),
  caption: optional(string),
  name: optional(string),
  jpegThumbnail: optional(string),
});
