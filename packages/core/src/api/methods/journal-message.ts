import type { OpenUnion } from "../../schema/open-union.ts";

/**
 * A message in a journal. Its fields lie side by side, where a notification nests them. Ids and texts that don't apply are absent or empty.
 * Typed after GREEN-API's Postman collection and its Java client.
 */
export interface JournalMessage {
  readonly type?: OpenUnion<"incoming" | "outgoing">;
  /** The same as in its notification. Unique within its chat only. */
  readonly idMessage?: string;
  /** UNIX seconds. */
  readonly timestamp?: number;
  /** Named as in notifications. */
  readonly typeMessage?: OpenUnion<
    | "textMessage"
    | "extendedTextMessage"
    | "quotedMessage"
    | "imageMessage"
    | "videoMessage"
    | "documentMessage"
    | "audioMessage"
    | "stickerMessage"
    | "reactionMessage"
    | "locationMessage"
    | "contactMessage"
    | "pollMessage"
    | "pollUpdateMessage"
    | "interactiveButtons"
    | "deletedMessage"
    | "editedMessage"
    | "templateMessage"
    | "templateButtonsReplyMessage"
  >;
  /** The chat: `79000000000@c.us`, `…@g.us`, `…@lid`; digits on Telegram and MAX. */
  readonly chatId?: string;
  readonly isEdited?: boolean;
  /** The message that this one edits. */
  readonly editedMessageId?: string;
  readonly isDeleted?: boolean;
  /** The message that this one deletes. */
  readonly deletedMessageId?: string;
  /** Incoming: the sender's chat id. */
  readonly senderId?: string;
  /** Incoming: the name that the sender gave itself. */
  readonly senderName?: string;
  /** Incoming: the sender's name in the address book. */
  readonly senderContactName?: string;
  /** Outgoing. */
  readonly statusMessage?: OpenUnion<"pending" | "sent" | "delivered" | "read" | "failed" | "noAccount" | "notInGroup">;
  /** Outgoing: whether it was sent through the API. */
  readonly sendByApi?: boolean;
  /** The text of `textMessage` and of `extendedTextMessage`. */
  readonly textMessage?: string;
  readonly extendedTextMessage?: JournalExtendedText;
  /** A reaction: its text is the emoji. */
  readonly extendedTextMessageData?: { readonly text?: string };
  /** The message that this one replies or reacts to. The other keys depend on `typeMessage`. */
  readonly quotedMessage?: {
    readonly stanzaId?: string;
    readonly participant?: string;
    readonly typeMessage?: string;
    readonly [key: string]: unknown;
  };
  /** A file's URL. It isn't the link of its notification, and may be gone: `downloadFile` gives a new one. */
  readonly downloadUrl?: string;
  /** A file's. */
  readonly caption?: string;
  /** A file's. */
  readonly fileName?: string;
  /** A file's. */
  readonly mimeType?: string;
  /** A small picture in base64. */
  readonly jpegThumbnail?: string;
  /** A file's. */
  readonly isAnimated?: boolean;
  readonly isForwarded?: boolean;
  /** How often it was forwarded. */
  readonly forwardingScore?: number;
  readonly location?: {
    readonly nameLocation?: string;
    readonly address?: string;
    /** Degrees. */
    readonly latitude?: number;
    /** Degrees. */
    readonly longitude?: number;
    /** A small picture in base64. */
    readonly jpegThumbnail?: string;
    readonly isForwarded?: boolean;
    readonly forwardingScore?: number;
  };
  readonly contact?: {
    readonly displayName?: string;
    readonly vcard?: string;
    readonly isForwarded?: boolean;
    readonly forwardingScore?: number;
  };
  /** A poll, or a vote, which has `stanzaId` and `votes` in addition. */
  readonly pollMessageData?: {
    /** The question. */
    readonly name?: string;
    readonly options?: readonly { readonly optionName: string }[];
    readonly multipleAnswers?: boolean;
    /** The poll's `idMessage`. */
    readonly stanzaId?: string;
    readonly votes?: readonly { readonly optionName: string; readonly optionVoters: readonly string[] }[];
  };
  readonly interactiveButtons?: {
    readonly titleText?: string;
    readonly contentText?: string;
    readonly footerText?: string;
    readonly buttons?: readonly JournalButton[];
  };
  /** Other keys. */
  readonly [key: string]: unknown;
}

export interface JournalExtendedText {
  readonly text?: string;
  /** A link's preview. */
  readonly title?: string;
  /** A link's preview. */
  readonly description?: string;
  readonly previewType?: string;
  /** A link's preview, in base64. */
  readonly jpegThumbnail?: string;
  /** The `idMessage` of the message that this one replies to. */
  readonly stanzaId?: string;
  /** The chat id of that message's sender. */
  readonly participant?: string;
  readonly isForwarded?: boolean;
  readonly forwardingScore?: number;
}

/** The keys that don't belong to `type` are empty. */
export interface JournalButton {
  readonly type?: OpenUnion<"copy" | "call" | "url" | "reply">;
  readonly buttonId?: string;
  readonly buttonText?: string;
  readonly copyCode?: string;
  readonly phoneNumber?: string;
  readonly url?: string;
}
