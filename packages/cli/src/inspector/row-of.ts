import { chatOf, senderOf, unknownFieldsOf, type ParsedNotification, type Readable } from "@greenhook/core";
import { printable } from "../terminal/printable.ts";
import { commonFieldsOf } from "./common-fields.ts";
import type { DeliveryRow } from "./page/inspector-messages.ts";
import { saidIn } from "./said-in.ts";
import { thumbnailOf } from "./thumbnail-of.ts";

/** The part of a row that comes from the notification. */
export function rowOf(
  parsed: ParsedNotification | undefined,
): Pick<DeliveryRow, "kind" | "typeMessage" | "instance" | "chat" | "sender" | "name" | "text" | "thumbnail" | "unknownFields"> {
  if (parsed === undefined) return { kind: "", thumbnail: false, unknownFields: 0 };
  if (parsed.kind === "malformed") return { kind: parsed.typeWebhook ?? "", thumbnail: false, unknownFields: 0 };
  const readable: Readable | undefined = parsed.kind === "known" ? parsed.notification : parsed.envelope;
  const { idInstance, senderData, typeMessage } = commonFieldsOf(parsed);
  const known = parsed.kind === "known" ? parsed.notification : undefined;
  return {
    kind: short(parsed.kind === "unknown" ? parsed.typeWebhook : parsed.notification.typeWebhook),
    typeMessage: shortIf(typeMessage),
    instance: idInstance === undefined ? undefined : String(idInstance),
    chat: shortIf(readable === undefined ? undefined : chatOf(readable)),
    sender: shortIf(readable === undefined ? undefined : senderOf(readable)),
    name: shortIf(senderData?.senderName || senderData?.chatName || undefined),
    text: shortIf(known === undefined ? undefined : saidIn(known), 300),
    thumbnail: thumbnailOf(parsed) !== undefined,
    unknownFields: known === undefined ? 0 : unknownFieldsOf(known).length,
  };
}

function shortIf(text: unknown, longest?: number): string | undefined {
  return typeof text === "string" && text !== "" ? short(text, longest) : undefined;
}

function short(text: string, longest = 80): string {
  return printable(text.slice(0, longest + 1).replace(/\s+/g, " "), longest);
}
