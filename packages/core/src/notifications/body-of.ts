/** The notification itself, out of the queue envelope `{ receiptId, body }` that `receiveNotification` wraps it in. */
export function bodyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { typeWebhook, body } = value as Readonly<Record<string, unknown>>;
  return typeWebhook === undefined && Object.hasOwn(value, "receiptId") && Object.hasOwn(value, "body") ? body : value;
}
