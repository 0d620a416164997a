import { unknownFieldsOf } from "@greenhook/core";
import { madeUpNumbers, maskBrokenJson, maskRow, maskText, maskValue, type Mask } from "../masking/mask.ts";
import type { DeliveryDetail } from "../page/inspector-messages.ts";
import type { LoggedDelivery } from "../recording/logged-delivery.ts";
import { readNotification } from "../recording/read-notification.ts";
import { adviceOn } from "./advice.ts";
import { curlCommand } from "./curl-command.ts";
import { plainLines, rawLines } from "./raw-lines.ts";
import { thumbnailOf } from "./thumbnail-of.ts";
import { typedFields } from "./typed-fields.ts";

/** Everything about a delivery, for the page. Unless `reveal`, phone numbers and secrets are masked, and replaced by made-up ones in copies. */
export async function detailOf(
  delivery: LoggedDelivery,
  { reveal, webhookUrl }: { reveal: boolean; webhookUrl: string },
): Promise<DeliveryDetail> {
  const { row, body, contentEncoding, message, position } = delivery;
  const parsed = body === undefined ? undefined : (await readNotification(body, contentEncoding)).parsed;
  const text = decodeBody(body);
  const shown = reveal ? (given: string): string => given : (given: string): string => maskText(given);
  const issues = delivery.issues.map((issue) => ({ path: shown(issue.path), message: shown(issue.message) }));
  const unknownFields = parsed?.kind === "known" ? unknownFieldsOf(parsed.notification).map(shown) : [];
  const why = shown(message ?? row.code ?? "");
  const copied = text === undefined ? "" : copyOf(text, parsed?.value, reveal ? undefined : madeUpNumbers());
  return {
    row: reveal ? row : maskRow(row),
    typed: typedFields(parsed).map(([label, value]) => [label, reveal ? value : String(maskValue(value, keyFor(label)))]),
    issues,
    unknownFields,
    message: message === undefined ? undefined : shown(message),
    advice: adviceOn(row.code),
    raw:
      parsed !== undefined
        ? rawLines(reveal ? parsed.value : maskValue(parsed.value), { issues, unknownFields })
        : plainLines(text === undefined ? noText(body) : reveal ? text : maskBrokenJson(text), reveal ? position : undefined, why),
    bytes: body?.byteLength,
    thumbnail: parsed === undefined ? undefined : thumbnailOf(parsed),
    body: reveal ? text : undefined,
    curl: curlCommand(webhookUrl, copied),
    fixture: `${copied}\n`,
  };
}

/** The text of a body, without a byte order mark; `undefined` if it isn't UTF-8. */
function decodeBody(body: Uint8Array | undefined): string | undefined {
  if (body === undefined) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** A body for copying: indented if it is JSON, masked if there is a mask. */
function copyOf(text: string, value: unknown, mask: Mask | undefined): string {
  if (value === undefined) return mask === undefined ? text : maskBrokenJson(text, mask);
  return JSON.stringify(mask === undefined ? value : maskValue(value, "", mask), null, 2);
}

/** The wire field behind a label of the typed view, which decides how the value is masked. */
function keyFor(label: string): string {
  return wireFields[label] ?? label;
}

const wireFields: Readonly<Record<string, string>> = { instance: "idInstance", "sent at": "timestamp", place: "latitude" };

function noText(body: Uint8Array | undefined): string {
  return body === undefined ? "The body wasn't read" : `${body.byteLength} bytes that aren't UTF-8`;
}
