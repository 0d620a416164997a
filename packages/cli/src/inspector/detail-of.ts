import { unknownFieldsOf } from "@greenhook/core";
import { adviceOn } from "../listen/advice.ts";
import { decodeBody } from "./decode-body.ts";
import type { LoggedDelivery } from "./logged-delivery.ts";
import { maskNotification } from "./mask-notification.ts";
import { maskRow } from "./mask-row.ts";
import { maskText } from "./mask-text.ts";
import type { DeliveryDetail } from "./page/inspector-messages.ts";
import { parseBody } from "./parse-body.ts";
import { plainLines, rawLines } from "./raw-lines.ts";
import { thumbnailOf } from "./thumbnail-of.ts";
import { typedFields } from "./typed-fields.ts";
import { withMadeUpNumbers } from "./with-made-up-numbers.ts";

/** Everything about a delivery, for the page. Unless `reveal`, phone numbers and secrets are masked, and made up in what is for copying. */
export function detailOf(delivery: LoggedDelivery, { reveal, webhookUrl }: { reveal: boolean; webhookUrl: string }): DeliveryDetail {
  const { row, body, issues, message, position } = delivery;
  const parsed = parseBody(body);
  const text = decodeBody(body);
  const unknownFields = parsed?.kind === "known" ? unknownFieldsOf(parsed.notification) : [];
  const why = message ?? row.code ?? "";
  const mask = reveal ? (given: string): string => given : maskText;
  const copied = copyable(text, parsed?.value, reveal);
  return {
    row: reveal ? row : maskRow(row),
    typed: typedFields(parsed).map(([label, value]) => [label, reveal ? value : String(maskNotification(value, keyFor(label)))]),
    issues,
    unknownFields,
    message,
    advice: adviceOn(row.code),
    raw:
      parsed !== undefined
        ? rawLines(reveal ? parsed.value : maskNotification(parsed.value), { issues, unknownFields })
        : plainLines(text === undefined ? noText(body) : mask(text), reveal ? position : undefined, why),
    bytes: body?.byteLength,
    thumbnail: parsed === undefined ? undefined : thumbnailOf(parsed),
    body: reveal ? text : undefined,
    curl: `curl ${quote(webhookUrl)} -H "Authorization: Bearer $WEBHOOK_TOKEN" -H 'Content-Type: application/json' -d ${quote(copied)}`,
    fixture: `${copied}\n`,
  };
}

/** What a copy holds: the same notification, its phone numbers made up unless they are shown. */
function copyable(text: string | undefined, value: unknown, reveal: boolean): string {
  if (text === undefined) return "";
  if (reveal) return value === undefined ? text : JSON.stringify(value, null, 2);
  const madeUp = withMadeUpNumbers();
  return value === undefined ? madeUp(text) : JSON.stringify(maskNotification(value, "", { text: madeUp, hidden: "hidden" }), null, 2);
}

/** The field that a label of the typed view stands for, which decides how it is masked. */
function keyFor(label: string): string {
  return label === "instance" ? "idInstance" : label === "sent at" ? "timestamp" : label;
}

function noText(body: Uint8Array | undefined): string {
  return body === undefined ? "The body wasn't read" : `${body.byteLength} bytes that aren't UTF-8`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
