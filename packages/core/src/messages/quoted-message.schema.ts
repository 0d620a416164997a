import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { contactCardSchema } from "./contact-card.schema.ts";
import { forwardMarks } from "./forward-marks.schema.ts";
import { groupInviteMessageDataSchema } from "./group-invite-message-data.schema.ts";
import { interactiveButtonsDataSchema } from "./interactive-buttons-data.schema.ts";
import { listSectionSchema } from "./list-section.schema.ts";
import { placeSchema } from "./place.schema.ts";
import { quotedButtonSchema } from "./quoted-button.schema.ts";
import type { QuotedMessage } from "./quoted-message.ts";

export const quotedMessageSchema: SchemaSource<QuotedMessage> = schemaFor<QuotedMessage>()((z) =>
  z.object({
    stanzaId: z.optional(z.string()),
    participant: z.optional(z.string()),
    typeMessage: z.optional(z.string()),
    textMessage: z.optional(z.string()),
    extendedTextMessage: z.optional(
      z.object({
        description: z.optional(z.string()),
        title: z.optional(z.string()),
        previewType: z.optional(z.string()),
        jpegThumbnail: z.optional(z.nullable(z.string())),
      }),
    ),
    downloadUrl: z.optional(z.string()),
    caption: z.optional(z.string()),
    jpegThumbnail: z.optional(z.nullable(z.string())),
    isAnimated: z.optional(z.boolean()),
    contact: z.optional(contactCardSchema(z)),
    contacts: z.optional(z.array(contactCardSchema(z))),
    location: z.optional(placeSchema(z)),
    contentText: z.optional(z.string()),
    footer: z.optional(z.string()),
    titleText: z.optional(z.string()),
    footerText: z.optional(z.string()),
    buttons: z.optional(z.array(quotedButtonSchema(z))),
    sections: z.optional(z.array(listSectionSchema(z))),
    interactiveButtons: z.optional(interactiveButtonsDataSchema(z)),
    selectedDisplayText: z.optional(z.string()),
    selectedId: z.optional(z.string()),
    groupInviteMessageData: z.optional(groupInviteMessageDataSchema(z)),
    name: z.optional(z.string()),
    options: z.optional(z.array(z.object({ optionName: z.string() }))),
    multipleAnswers: z.optional(z.boolean()),
    ...forwardMarks(z),
  }),
);
