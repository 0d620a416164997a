import { issuesOf } from "../schema/issues-of.ts";
import type { SchemaNode } from "../schema/schema.ts";
import { instanceDataSchema, type InstanceData } from "./instance-data.ts";
import type { NotificationEnvelope } from "./parsed-notification.ts";
import { senderDataSchema, type SenderData } from "./sender-data.ts";

/**
 * Reads the common parts of an unknown notification, without those of another type than documented. `undefined` where there are none.
 */
export function envelopeOf(body: Readonly<Record<string, unknown>>, typeWebhook: string): NotificationEnvelope | undefined {
  const { idMessage, timestamp, instanceData, senderData } = body;
  const instance = fits(instanceData, instanceDataSchema) ? (instanceData as InstanceData) : undefined;
  const sender = fits(senderData, senderDataSchema) ? (senderData as SenderData) : undefined;
  const chatId = sender?.chatId ?? body["chatId"];
  const found = {
    ...(instance === undefined ? undefined : { instanceData: instance }),
    ...(sender === undefined ? undefined : { senderData: sender }),
    ...(typeof chatId === "string" ? { chatId } : undefined),
    ...(typeof idMessage === "string" ? { idMessage } : undefined),
    ...(typeof timestamp === "number" ? { timestamp } : undefined),
  };
  return Object.keys(found).length === 0 ? undefined : { typeWebhook, ...found };
}

function fits(value: unknown, schema: SchemaNode): boolean {
  return issuesOf(value, schema).length === 0;
}
