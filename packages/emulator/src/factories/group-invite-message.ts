import type { GroupInviteMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link groupInviteMessage} takes. */
export interface GroupInviteMessageInput extends MessageInput {
  /** Default: `Neighbours`. */
  readonly groupName?: string;
}

/** An invitation to a group. */
export function groupInviteMessage(
  input: GroupInviteMessageInput = {},
  changes?: MessageChanges<GroupInviteMessage>,
): IncomingMessageReceived<GroupInviteMessage> {
  const { groupName = "Neighbours" } = input;
  return incomingMessage<GroupInviteMessage>(
    input,
    {
      typeMessage: "groupInviteMessage",
      groupInviteMessageData: {
        groupJid: "120363000000000001@g.us",
        inviteCode: "code",
        inviteExpiration: "1790600000",
        groupName,
        caption: "Join us",
        name: groupName,
        jpegThumbnail: "",
      },
    },
    changes,
  );
}
