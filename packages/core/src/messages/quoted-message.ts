import type { OpenUnion } from "../schema/open-union.ts";
import { array, boolean, nullable, number, object, optional, string, union, type Schema } from "../schema/schema.ts";
import { contactCardSchema, type ContactCard } from "./contact-card.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import { groupInviteMessageDataSchema, type GroupInviteMessageData } from "./group-invite-message-data.ts";
import { interactiveButtonsDataSchema, type InteractiveButton, type InteractiveButtonsData } from "./interactive-buttons-data.ts";
import { listSectionSchema, type ListSection } from "./list-section.ts";
import { placeSchema, type Place } from "./place.ts";
import { pollOptionSchema, type PollOption } from "./poll-option.ts";
import type { TemplateButton } from "./template-button.ts";

/** Any message that may quote another. */
export interface QuotingMessage {
  /** Absent where the message replies to none. */
  readonly quotedMessage?: QuotedMessage;
}

/**
 * A message as another one quotes it: flat, not nested as in `messageData`. Which fields there are depends on `typeMessage`; a quote of a type
 * that isn't known yet is no error. Documented for all messengers.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/QuotedMessage/
 */
export interface QuotedMessage extends ForwardMarks {
  /** The `idMessage` of the quoted message. Absent in bodies from 2021 and 2022. */
  readonly stanzaId?: string;
  readonly participant?: string;
  /** Absent beside a reaction. */
  readonly typeMessage?: OpenUnion<
    | "textMessage"
    | "extendedTextMessage"
    | "imageMessage"
    | "videoMessage"
    | "documentMessage"
    | "audioMessage"
    | "stickerMessage"
    | "contactMessage"
    | "contactsArrayMessage"
    | "locationMessage"
    | "buttonsMessage"
    | "listMessage"
    | "templateMessage"
    | "interactiveButtons"
    | "interactiveButtonsReply"
    | "templateButtonsReplyMessage"
    | "groupInviteMessage"
    | "pollMessage"
  >;
  /** Texts. */
  readonly textMessage?: string;
  /** Extended texts. */
  readonly extendedTextMessage?: QuotedTextPreview;
  /** Files: the address, nearly always empty. */
  readonly downloadUrl?: string;
  /** Files. */
  readonly caption?: string;
  /** Files: a small picture, base64 JPEG, often empty; `null` was documented for previews. */
  readonly jpegThumbnail?: string | null;
  /** Stickers. */
  readonly isAnimated?: boolean;
  /** Contacts. */
  readonly contact?: ContactCard;
  /** Several contacts. */
  readonly contacts?: readonly ContactCard[];
  /** Locations. */
  readonly location?: Place;
  /** Buttons, lists, templates. */
  readonly contentText?: string;
  /** Buttons, lists, templates. */
  readonly footer?: string;
  /** Interactive buttons. */
  readonly titleText?: string;
  /** Interactive buttons. */
  readonly footerText?: string;
  /** Buttons of any kind. */
  readonly buttons?: readonly QuotedButton[];
  /** Lists. */
  readonly sections?: readonly ListSection[];
  /** Interactive buttons, nested: as observed, where GREEN-API's own types have them flat. */
  readonly interactiveButtons?: InteractiveButtonsData;
  /** Taps on template buttons: the label. */
  readonly selectedDisplayText?: string;
  /** Taps on template buttons: the button's id. */
  readonly selectedId?: string;
  /** Group invitations: the invitation, nested. */
  readonly groupInviteMessageData?: GroupInviteMessageData;
  /** Polls: the question. In GREEN-API's Java models only. */
  readonly name?: string;
  /** Polls. In GREEN-API's Java models only. */
  readonly options?: readonly PollOption[];
  /** Polls. In GREEN-API's Java models only. */
  readonly multipleAnswers?: boolean;
}

export interface QuotedTextPreview {
  /** The preview's description, often empty. */
  readonly description?: string;
  /** The preview's title, often empty. */
  readonly title?: string;
  /** The kind of preview, nearly always `None`. */
  readonly previewType?: string;
  /** A small picture, base64 JPEG; documented as `null` too. */
  readonly jpegThumbnail?: string | null;
}

/** A button of a quoted message, of any kind: simple, interactive or template. */
export interface QuotedButton extends InteractiveButton, TemplateButton {}

/** @internal */
export const quotedButtonSchema: Schema<QuotedButton> = object({
  type: optional(string),
  buttonId: optional(string),
  buttonText: optional(string),
  copyCode: optional(string),
  phoneNumber: optional(string),
  url: optional(string),
  index: optional(union([number, string])),
  urlButton: optional(object({ displayText: optional(string), url: optional(string) })),
  callButton: optional(object({ displayText: optional(string), phoneNumber: optional(string) })),
  quickReplyButton: optional(object({ displayText: optional(string), id: optional(string) })),
});

/** @internal */
export const quotedMessageSchema: Schema<QuotedMessage> = object({
  stanzaId: optional(string),
  participant: optional(string),
  typeMessage: optional(string),
  textMessage: optional(string),
  extendedTextMessage: optional(
    object({
      description: optional(string),
      title: optional(string),
      previewType: optional(string),
      jpegThumbnail: optional(nullable(string)),
    }),
  ),
  downloadUrl: optional(string),
  caption: optional(string),
  jpegThumbnail: optional(nullable(string)),
  isAnimated: optional(boolean),
  contact: optional(contactCardSchema),
  contacts: optional(array(contactCardSchema)),
  location: optional(placeSchema),
  contentText: optional(string),
  footer: optional(string),
  titleText: optional(string),
  footerText: optional(string),
  buttons: optional(array(quotedButtonSchema)),
  sections: optional(array(listSectionSchema)),
  interactiveButtons: optional(interactiveButtonsDataSchema),
  selectedDisplayText: optional(string),
  selectedId: optional(string),
  groupInviteMessageData: optional(groupInviteMessageDataSchema),
  name: optional(string),
  options: optional(array(pollOptionSchema)),
  multipleAnswers: optional(boolean),
  ...forwardMarkFields,
});
