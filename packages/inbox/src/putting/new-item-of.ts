import {
  isDeduplicable,
  isPlainMessage,
  isUndecryptable,
  keyOf,
  messageKeyOf,
  type DeliveryContext,
  type KnownNotification,
  type UnknownNotification,
} from "@greenhook/core";
import { randomUUID } from "node:crypto";
import type { NewItem } from "../engine/new-item.ts";
import { printable } from "./printable.ts";

const hour = 3_600_000;
/** As long as the journals are read back. */
const keepMessage = 8 * 24 * hour;
/** The sender retries for 24 hours. */
const keepOther = 25 * hour;

/** What is stored of a delivery. */
export function newItemOf(
  parsed: KnownNotification | UnknownNotification,
  context: DeliveryContext,
  laneOf: (parsed: KnownNotification | UnknownNotification) => string,
): NewItem {
  const messageKey = messageKeyOf(parsed);
  const { origin, missing, traceparent } = context;
  return {
    // What says the same each time is no duplicate of the one before: its key is the delivery's.
    key: isDeduplicable(parsed) ? keyOf(parsed) : `${keyOf(parsed)}.${uuidForm.test(context.id) ? context.id : randomUUID()}`,
    // A marker isn't the message that follows under its id, which may stand in the journal alone.
    ...(messageKey === undefined || isUndecryptable(parsed) ? undefined : { messageKey }),
    lane: printable(laneOf(parsed)),
    typeWebhook: printable(parsed.kind === "known" ? parsed.notification.typeWebhook : parsed.typeWebhook),
    plain: isPlainMessage(parsed),
    text: textOf(parsed, context.rawText),
    origin: printable(origin),
    ...(missing === undefined ? undefined : { missing }),
    receivedAt: context.receivedAt,
    ...(traceparent !== undefined && traceparentForm.test(traceparent) ? { traceparent } : undefined),
    keepMilliseconds: messageKey === undefined ? keepOther : keepMessage,
  };
}

/** As receivers make ids. */
const uuidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Engines can't hold NUL and lone surrogates; in JSON that was made here both are escaped. */
function textOf(parsed: KnownNotification | UnknownNotification, rawText: string | undefined): string {
  return rawText !== undefined && rawText.isWellFormed() && !rawText.includes("\0") ? rawText : JSON.stringify(parsed.value);
}

/** W3C Trace Context, version 00; later versions may append to it. */
const traceparentForm = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}[-0-9a-z.]{0,64}$/;
