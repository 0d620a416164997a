import { fitValue } from "../schema/fit-value.ts";
import { number, object, optional, partial, string, type Schema } from "../schema/schema.ts";
import { instanceDataSchema } from "./instance-data.ts";
import type { NotificationEnvelope } from "./parsed-notification.ts";
import { senderDataSchema } from "./sender-data.ts";

const commonPartsSchema: Schema<Omit<NotificationEnvelope, "typeWebhook">> = object({
  instanceData: optional(partial(instanceDataSchema)),
  senderData: optional(partial(senderDataSchema)),
  chatId: optional(string),
  idMessage: optional(string),
  timestamp: optional(number),
});

/** Reads the parts that notifications have in common, each field only if it fits. `undefined` where there are none. */
export function envelopeOf(body: Readonly<Record<string, unknown>>, typeWebhook: string): NotificationEnvelope | undefined {
  const { instanceData, senderData, chatId, idMessage, timestamp } = body;
  const { value: parts } = fitValue(commonPartsSchema, { instanceData, senderData, chatId, idMessage, timestamp });
  if (parts === undefined) return undefined;
  const chat = parts.senderData?.chatId ?? parts.chatId;
  const found = {
    ...(isEmpty(parts.instanceData) ? undefined : { instanceData: parts.instanceData }),
    ...(isEmpty(parts.senderData) ? undefined : { senderData: parts.senderData }),
    ...(chat === undefined ? undefined : { chatId: chat }),
    ...(parts.idMessage === undefined ? undefined : { idMessage: parts.idMessage }),
    ...(parts.timestamp === undefined ? undefined : { timestamp: parts.timestamp }),
  };
  return isEmpty(found) ? undefined : { typeWebhook, ...found };
}

function isEmpty(part: object | undefined): part is undefined {
  return part === undefined || Object.keys(part).length === 0;
}
