import type { LogLine, WriteLine } from "@greenhook/core";
import type { WorkOutcome } from "../inbox/work-options.ts";
import type { InboxItem } from "../inbox/inbox-item.ts";
import { instanceOf } from "./instance-of.ts";

/** Logs an attempt that went wrong: nothing of one that was handled or ignored. */
export function logAttempt(write: WriteLine | undefined, outcome: WorkOutcome, advice: string): void {
  const level = levels[outcome.outcome];
  if (level === undefined) return;
  write?.(lineOf(level, `inbox item ${outcome.outcome}`, outcome.item, advice, outcome));
}

const levels: Readonly<Record<WorkOutcome["outcome"], "error" | "warn" | undefined>> = {
  handled: undefined,
  ignored: undefined,
  quarantined: "warn",
  failed: "warn",
  stale: "warn",
  dead: "error",
};

/** A line about an item, without its content. */
export function lineOf(
  level: LogLine["level"],
  event: string,
  item: InboxItem,
  advice: string,
  { durationMilliseconds, ...thrown }: { readonly durationMilliseconds?: number; readonly error?: unknown } = {},
): LogLine {
  const milliseconds = durationMilliseconds === undefined ? undefined : Math.round(durationMilliseconds);
  return {
    level,
    event,
    fields: { typeWebhook: item.typeWebhook, idInstance: instanceOf(item), id: item.id, milliseconds },
    advice,
    ...("error" in thrown ? { error: thrown.error } : undefined),
  };
}
