import type { WebhookResponse } from "@greenhook/core";
import type { InspectedDelivery } from "./inspected-delivery.ts";

/** The outcome that a response tells, in Greenhook's JSON or by its status alone. */
export function responseOutcome({
  status,
  body,
}: Pick<WebhookResponse, "status" | "body">): Pick<InspectedDelivery, "outcome" | "code" | "message" | "position"> {
  const { outcome, quarantined, code, message, position } = jsonObject(body);
  const details = { message: stringOr(message), position: typeof position === "number" ? position : undefined };
  if (status === 200)
    return quarantined === undefined
      ? { outcome: stringOr(outcome) ?? "handled" }
      : { outcome: "quarantined", code: stringOr(quarantined), ...details };
  const byStatus = code === "DEADLINE" ? "late" : status < 500 ? "refused" : "failed";
  if (typeof code === "string") return { outcome: byStatus, code, ...details };
  return { outcome: byStatus, message: body.slice(0, 500) || undefined };
}

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function stringOr(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
