import { chatOf, senderOf, unknownFieldsOf, type ParsedNotification } from "@greenhook/core";
import type { DeliveryRow } from "../page/inspector-messages.ts";
import type { InspectedDelivery } from "../recording/inspected-delivery.ts";
import { commonFieldsOf } from "./common-fields.ts";
import { contentOf } from "./content-of.ts";
import { thumbnailOf } from "./thumbnail-of.ts";
import { cut, visible } from "./visible-text.ts";

/** A delivery as a row of the list, without its id. */
export function rowOf(delivery: InspectedDelivery): Omit<DeliveryRow, "id"> {
  const { receivedAt, source, status, outcome, code, message, issues, durationMilliseconds, lagSeconds, attempt, count, parsed } = delivery;
  const fields = fieldsOf(parsed);
  const wrong = status === 200 && outcome !== "quarantined" ? undefined : shortIf(message, 300);
  return {
    ...fields,
    at: receivedAt.getTime(),
    source,
    status,
    outcome,
    code,
    text: count === undefined ? (fields.text ?? wrong) : `${count} more within a minute`,
    took: Math.round(durationMilliseconds * 10) / 10,
    lag: lagSeconds,
    attempt,
    issues: issues.length,
  };
}

type NotificationFields = Pick<
  DeliveryRow,
  "kind" | "typeMessage" | "instance" | "chat" | "sender" | "name" | "text" | "thumbnail" | "unknownFields"
>;

function fieldsOf(parsed: ParsedNotification | undefined): NotificationFields {
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
  return visible(cut(text, maxLength).replace(/\s+/g, " "));
}
