import type { InboxItem, InboxState } from "../../inbox/inbox-item.ts";

/** The columns of `inbox_item` that `itemFrom` reads, beside `running` and `due`. */
export const itemColumns = "id, key, lane, state, kind, origin, stored, attempts, error";

const states: readonly InboxState[] = ["waiting", "done", "dead"];

/** The number that a state has in the table; running ones are open, as waiting ones are. */
export function stateNumber(state: InboxState): number {
  return Math.max(0, states.indexOf(state));
}

/** An item from its row; `running` is 1 where a worker has its lane and it is the head. */
export function itemFrom(row: Readonly<Record<string, unknown>>): InboxItem {
  const { id, key, lane, state, kind, origin, stored, attempts, error, running, due } = row;
  const isRunning = state === 0 && running === 1;
  return {
    id: String(id),
    key: key as string,
    lane: lane as string,
    state: isRunning ? "running" : (states[state as number] ?? "dead"),
    typeWebhook: kind as string,
    origin: origin as string,
    storedAt: new Date(stored as number),
    attempt: attempts as number,
    ...(state === 0 && !isRunning && typeof due === "number" && (attempts as number) > 0 ? { dueAt: new Date(due) } : undefined),
    ...(typeof error === "string" && error !== "" ? { lastError: error } : undefined),
  };
}
