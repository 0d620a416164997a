import { boolean, number, object, optional, string, union, type Schema } from "../schema/schema.ts";

export interface GroupInviteMessageData {
  /** The group's id, `…@g.us`. */
  readonly groupJid: string;
  /** The code to join with. */
  readonly inviteCode?: string;
  /** When it ends: a string in the pages, a 64-bit number in two halves in GREEN-API's C++ schema. */
  readonly inviteExpiration?: string | SplitLong;
  readonly groupName?: string;
  /** The footer. */
  readonly caption?: string;
  /** Not required by GREEN-API's C++ schema. */
  readonly name?: string;
  /** The group's picture, base64 JPEG, often empty. */
  readonly jpegThumbnail?: string;
}

/** A 64-bit number in two 32-bit halves. */
export interface SplitLong {
  readonly low?: number;
  readonly high?: number;
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
