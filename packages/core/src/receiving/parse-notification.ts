import { envelopeOf } from "../notifications/envelope-of.ts";
import { isMessageTypeWebhook } from "../notifications/message-notification.ts";
import type { Notification } from "../notifications/notification.ts";
import type { MalformedNotification, ParsedNotification } from "../notifications/parsed-notification.ts";
import { validatorOf } from "../notifications/validator-of.ts";

/**
 * Says what a value is: a known notification, an unknown one (a `typeWebhook` or `typeMessage` that GREEN-API added since), or a malformed one.
 * Never throws. The notification handed back is the object that came in, with all its fields.
 *
 * A queue envelope `{ receiptId, body }` is opened, where there is no `typeWebhook` beside it.
 *
 * @example
 * const parsed = parseNotification(JSON.parse(text));
 * if (parsed.kind === "known") console.log(parsed.notification.typeWebhook);
 */
export function parseNotification(value: unknown): ParsedNotification {
  const body = bodyOf(value);
  if (!isObject(body)) return malformed(value, "", "must be a JSON object");
  const typeWebhook = body["typeWebhook"];
  if (typeWebhook === undefined) return malformed(value, "typeWebhook", "is missing");
  if (typeof typeWebhook !== "string") return malformed(value, "typeWebhook", "must be of type string");

  let typeMessage: string | undefined;
  if (isMessageTypeWebhook(typeWebhook)) {
    const messageData = body["messageData"];
    if (!isObject(messageData)) {
      return malformed(value, "messageData", messageData === undefined ? "is missing" : "must be of type object", typeWebhook);
    }
    const found = messageData["typeMessage"];
    if (typeof found !== "string") {
      return malformed(value, "messageData.typeMessage", found === undefined ? "is missing" : "must be of type string", typeWebhook);
    }
    typeMessage = found;
  }

  const validate = validatorOf(typeWebhook, typeMessage);
  if (validate === undefined) {
    const envelope = envelopeOf(body, typeWebhook);
    return {
      kind: "unknown",
      typeWebhook,
      ...(typeMessage === undefined ? undefined : { typeMessage }),
      ...(envelope === undefined ? undefined : { envelope }),
      value,
    };
  }
  const issues = validate(body);
  if (issues.length > 0) return { kind: "malformed", typeWebhook, issues, value };
  // The line above is the proof.
  return { kind: "known", notification: body as unknown as Notification, value };
}

/** The notification itself, out of the envelope that `receiveNotification` wraps it in. */
function bodyOf(value: unknown): unknown {
  if (isObject(value) && value["typeWebhook"] === undefined && Object.hasOwn(value, "receiptId") && Object.hasOwn(value, "body"))
    return value["body"];
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(value: unknown, path: string, message: string, typeWebhook?: string): MalformedNotification {
  return { kind: "malformed", ...(typeWebhook === undefined ? undefined : { typeWebhook }), issues: [{ path, message }], value };
}
