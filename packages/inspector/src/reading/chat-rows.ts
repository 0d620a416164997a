import type { DeliveryLog } from "../recording/delivery-log.ts";
import type { DeliveryRow } from "../page/inspector-messages.ts";

/** The last deliveries of the same chat of the same instance, the oldest first. */
export function chatRows(log: DeliveryLog, { chat, instance }: DeliveryRow, limit = 300): DeliveryRow[] {
  if (chat === undefined) return [];
  return log
    .from(0, log.capacity)
    .map(({ row }) => row)
    .filter((row) => row.chat === chat && row.instance === instance)
    .slice(-limit);
}
