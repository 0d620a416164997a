import { bodyOf } from "../notifications/body-of.ts";
import { envelopeOf } from "../notifications/envelope-of.ts";
import { kindOf } from "../notifications/kind-of.ts";
import { isMessageTypeWebhook } from "../notifications/message-notification.ts";
import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, MalformedNotification, ParsedNotification } from "../notifications/parsed-notification.ts";
import { untypedMessageSchema } from "../notifications/schema-of-kind.ts";
import { fitValue, type Fitted } from "../schema/fit-value.ts";
import { isObject } from "../schema/is-object.ts";

/**
 * Says what a value is: a known notification, an unknown one (a `typeWebhook` or `typeMessage` that GREEN-API added since, or one without a
 * field that its kind always has), or no notification at all. Never throws.
 *
 * A detail never decides: an optional part of another type than documented is left out of the typed view, and reported in `issues`. `value` is
 * always what arrived.
 *
 * A queue envelope `{ receiptId, body }` is opened, with or without its `receiptId`, where there is no `typeWebhook` beside it.
 *
 * @example
 * const parsed = parseNotification(JSON.parse(text));
 * if (parsed.kind === "known") console.log(parsed.notification.typeWebhook);
 */
export function parseNotification(value: unknown): ParsedNotification {
  const body = bodyOf(value);
  if (!isObject(body)) return malformed(value, "", "must be a JSON object");
  const { typeWebhook } = body;
  if (typeof typeWebhook !== "string") {
    return malformed(value, "typeWebhook", typeWebhook === undefined ? "is missing" : "must be of type string");
  }

  const carriesMessage = isMessageTypeWebhook(typeWebhook);
  const typeMessage = carriesMessage ? typeMessageOf(body) : undefined;
  const kind = kindOf(typeWebhook, typeMessage);
  // The schema and the interface of a kind are the same: schema.ts has the proof.
  if (kind?.fits(body) === true) return { kind: "known", notification: body as unknown as Notification, value };

  const schema = kind?.schema ?? (carriesMessage && typeMessage === undefined ? untypedMessageSchema : undefined);
  const fitted = schema === undefined ? undefined : fitValue(schema, body);
  if (kind !== undefined && fitted?.value !== undefined) {
    return { kind: "known", notification: fitted.value as Notification, value, ...differences(fitted) };
  }
  const envelope = envelopeOf(body, typeWebhook);
  return {
    kind: "unknown",
    typeWebhook,
    ...(typeMessage === undefined ? undefined : { typeMessage }),
    ...(envelope === undefined ? undefined : { envelope }),
    value,
    ...(fitted === undefined ? undefined : differences(fitted)),
  };
}

function typeMessageOf({ messageData }: Readonly<Record<string, unknown>>): string | undefined {
  const typeMessage = isObject(messageData) ? messageData["typeMessage"] : undefined;
  return typeof typeMessage === "string" ? typeMessage : undefined;
}

function differences({ issues, issuesOmitted }: Fitted<unknown>): Pick<KnownNotification, "issues" | "issuesOmitted"> {
  return { ...(issues.length > 0 ? { issues } : undefined), ...(issuesOmitted ? { issuesOmitted } : undefined) };
}

function malformed(value: unknown, path: string, message: string): MalformedNotification {
  return { kind: "malformed", issues: [{ path, message }], value };
}
