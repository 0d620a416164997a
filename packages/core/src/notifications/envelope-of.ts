import type { InstanceData } from "./instance-data.ts";
import type { NotificationEnvelope } from "./parsed-notification.ts";
import type { SenderData } from "./sender-data.ts";

type Fields = Readonly<Record<string, unknown>>;

const instanceTypes: { readonly [Key in keyof Required<InstanceData>]: "string" | "number" } = {
  idInstance: "number",
  wid: "string",
  typeInstance: "string",
};

const senderTypes: { readonly [Key in keyof Required<SenderData>]: "string" | "number" } = {
  chatId: "string",
  sender: "string",
  chatName: "string",
  senderName: "string",
  senderContactName: "string",
  chatType: "string",
  senderType: "string",
  senderPhoneNumber: "number",
};

/**
 * What can be read of an unknown notification's common parts; what is of another type than documented is left out. `undefined` where nothing
 * can be read.
 */
export function envelopeOf(body: Fields, typeWebhook: string): NotificationEnvelope | undefined {
  const { idMessage, timestamp, instanceData, senderData } = body;
  const instance = fits(instanceData, instanceTypes, "idInstance") ? (instanceData as InstanceData) : undefined;
  const sender = fits(senderData, senderTypes, "chatId") ? (senderData as SenderData) : undefined;
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

/** Whether `value` holds what is required of a part, and nothing of another type than documented. */
function fits(value: unknown, types: Readonly<Record<string, string>>, required: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  const part = value as Fields;
  return part[required] !== undefined && Object.entries(types).every(([key, type]) => part[key] === undefined || typeof part[key] === type);
}
