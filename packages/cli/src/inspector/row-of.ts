import { chatOf, senderOf, unknownFieldsOf, type ParsedNotification } from "@greenhook/core";
import { printable } from "../terminal/printable.ts";
import { commonFieldsOf } from "./common-fields.ts";
import { contentOf } from "./content-of.ts";
import type { DeliveryRow } from "./page/inspector-messages.ts";
import { thumbnailOf } from "./thumbnail-of.ts";

/** The part of a row that comes from the notification. */
export function rowOf(
  parsed: ParsedNotification | undefined,
): Pick<DeliveryRow, "kind" | "typeMessage" | "instance" | "chat" | "sender" | "name" | "text" | "thumbnail" | "unknownFields"> {
  if (parsed === undefined || parsed.kind === "malformed") return { kind: "", thumbnail: false, unknownFields: 0 };
  const { idInstance, senderData, typeMessage } = commonFieldsOf(parsed);
  return {
    kind: short(parsed.kind === "unknown" ? parsed.typeWebhook : parsed.notification.typeWebhook),
    typeMessage: shortIf(typeMessage),
    instance: idInstance === undefined ? undefined : String(idInstance),
    chat: shortIf(chatOf(parsed)),
    sender: shortIf(senderOf(parsed)),
    name: shortIf(senderData?.senderName || senderData?.chatName || undefined),
    text: shortIf(contentOf(parsed), 300),
    thumbnail: thumbnailOf(parsed) !== undefined,
    unknownFields: parsed.kind === "known" ? unknownFieldsOf(parsed.notification).length : 0,
  };
}

function shortIf(text: unknown, maxLength?: number): string | undefined {
  return typeof text === "string" && text !== "" ? short(text, maxLength) : undefined;
}

function short(text: string, maxLength = 80): string {
  return printable(text.slice(0, maxLength + 1).replace(/\s+/g, " "), maxLength);
}
