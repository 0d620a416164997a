import { detached, literal, object, type Schema } from "../schema/schema.ts";
import { groupInviteMessageDataSchema, type GroupInviteMessageData } from "./group-invite-message-data.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * An invitation into a group. WhatsApp; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/GroupInviteMessage/
 */
export interface GroupInviteMessage extends QuotingMessage {
  readonly typeMessage: "groupInviteMessage";
  readonly groupInviteMessageData: GroupInviteMessageData;
}

/** @internal */
export const groupInviteMessageSchema: Schema<GroupInviteMessage> = object({
  typeMessage: literal("groupInviteMessage"),
  groupInviteMessageData: groupInviteMessageDataSchema,
  quotedMessage: detached(quotedMessageSchema),
});
