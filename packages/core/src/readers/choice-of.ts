import type { Notification } from "../notifications/notification.ts";
export interface Choice {
  readonly id?: string;
}
export function choiceOf(notification: Notification): Choice | undefined {
  return notification === undefined ? {} : undefined;
}
