import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
export function keyOf(parsed: KnownNotification | UnknownNotification): string {
  return JSON.stringify(parsed.value);
}
