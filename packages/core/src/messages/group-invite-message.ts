import type { QuotingMessage } from "./quoted-message.ts";

/**
 * An invitation into a group. WhatsApp; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/GroupInviteMessage/
 */
export interface GroupInviteMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "groupInviteMessage";
  /** The invitation. */
  readonly groupInviteMessageData: GroupInviteMessageData;
}

/** What a {@link GroupInviteMessage} carries. */
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
