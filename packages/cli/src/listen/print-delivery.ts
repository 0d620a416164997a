import type { KnownNotification, UnknownNotification } from "@greenhook/core";
import type { InspectedDelivery } from "@greenhook/inspector";
import type { Output } from "../terminal/output.ts";
import { describeNotification } from "./describe-notification.ts";
import { outcomeLines, summaryLine } from "./print-outcome.ts";

/** Prints a delivery: a line, and more for issues and advice; or an object. */
export function printDelivery(delivery: InspectedDelivery, output: Output): void {
  const { parsed, issues, count, ...rest } = delivery;
  if (count !== undefined) {
    output.line(summaryLine(delivery, count));
    output.object({ event: "refused", status: delivery.status, code: delivery.code, count });
    return;
  }
  const notification = parsed === undefined || parsed.kind === "malformed" ? undefined : parsed;
  for (const line of outcomeLines(delivery, notification === undefined ? undefined : describeNotification(notification))) output.line(line);
  output.object({
    event: "delivery",
    ...rest,
    ...(issues.length === 0 ? {} : { issues }),
    ...(notification === undefined ? {} : { typeWebhook: typeOf(notification), notification: notification.value }),
  });
}

function typeOf(parsed: KnownNotification | UnknownNotification): string {
  return parsed.kind === "known" ? parsed.notification.typeWebhook : parsed.typeWebhook;
}
