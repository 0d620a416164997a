import type { InboxItem, InboxState } from "@greenhook/inbox";
import type { Row } from "./database.ts";

/** The columns of an item that `itemFrom` reads, beside `due`. */
export const itemColumns = "i.id, i.key, i.lane, i.state, i.kind, i.origin, i.stored, i.attempts, i.error, i.worker";

const states: readonly InboxState[] = ["waiting", "done", "dead"];

/** The number that a state has in the table; running ones are open, as waiting ones are. */
export function stateNumber(state: InboxState): number {
  return Math.max(0, states.indexOf(state));
}

/** An item from its row; `due` is when its retry is. */
export function itemFrom(row: Row): InboxItem {
  const { id, key, lane, state, kind, origin, stored, attempts, error, worker, due } = row;
  const isRunning = state === 0 && worker !== null;
  return {
    id: String(id),
    key: key as string,
    lane: lane as string,
    state: isRunning ? "running" : (states[state as number] ?? "dead"),
    typeWebhook: kind as string,
    origin: origin as string,
    storedAt: stored as Date,
    attempt: attempts as number,
    ...(state === 0 && !isRunning && due instanceof Date && (attempts as number) > 0 ? { dueAt: due } : undefined),
    ...(typeof error === "string" && error !== "" ? { lastError: error } : undefined),
  };
}
