import { createHash } from "node:crypto";
import { maskText } from "../masking/mask.ts";
import type { InboxLane, InboxOverview, InboxRow } from "../page/inspector-messages.ts";
import { visible } from "../reading/visible-text.ts";
import type { InspectedInbox, InspectedInboxItem } from "./inspected-inbox.ts";

const maxLanes = 50;
const maxRows = 100;
/** Of each state, for the lanes. */
const maxCounted = 1_000;

/** The states that an item of a lane can be in before it is done. */
const open = ["running", "waiting", "dead"] as const;

/** What an inbox holds: its counts, its lanes, and the oldest items of a state, in one lane or all. Unless `reveal`, phone numbers are masked. */
export async function inboxOverview(
  inbox: InspectedInbox,
  { state, laneId, reveal }: { readonly state: InspectedInboxItem["state"]; readonly laneId: string | null; readonly reveal: boolean },
): Promise<InboxOverview> {
  const [stats, ...counted] = await Promise.all([
    inbox.stats(),
    ...open.map((each) => inbox.items.list({ state: each, limit: maxCounted })),
  ]);
  const lanes = lanesOf(counted.flat());
  const lane = laneId === null ? undefined : lanes.find(({ id }) => id === laneId)?.lane;
  // A lane that has run empty meanwhile has no items.
  const isGone = laneId !== null && lane === undefined;
  const items = isGone ? [] : await inbox.items.list({ state, limit: maxRows, ...(lane === undefined ? undefined : { lane }) });
  return {
    ...stats,
    lanes: lanes.slice(0, maxLanes).map((each) => ({ ...each, lane: shownLane(each.lane, reveal) })),
    lanesOmitted: Math.max(0, lanes.length - maxLanes),
    items: items.map((item) => rowOf(item, reveal)),
  };
}

/** The row of an item. */
export function rowOf(item: InspectedInboxItem, reveal: boolean): InboxRow {
  const { id, state, typeWebhook, origin, storedAt, attempt, lane, dueAt, lastError } = item;
  return {
    id,
    state,
    attempt,
    typeWebhook: shown(typeWebhook, reveal),
    origin: shown(origin, reveal),
    lane: shownLane(lane, reveal),
    storedAt: storedAt.getTime(),
    dueAt: dueAt?.getTime(),
    lastError: lastError === undefined ? undefined : shown(lastError, reveal),
  };
}

/** The fullest first. */
function lanesOf(items: readonly InspectedInboxItem[]): readonly InboxLane[] {
  const lanes = new Map<string, Record<(typeof open)[number], number>>();
  for (const { lane, state } of items) {
    const counts = lanes.get(lane) ?? { running: 0, waiting: 0, dead: 0 };
    if (state !== "done") counts[state] += 1;
    lanes.set(lane, counts);
  }
  const total = ({ running, waiting, dead }: InboxLane): number => running + waiting + dead;
  return [...lanes].map(([lane, counts]) => ({ id: idOf(lane), lane, ...counts })).sort((a, b) => total(b) - total(a));
}

/** Names a lane, which holds a phone number, in requests of a page that shows it masked. */
function idOf(lane: string): string {
  return createHash("sha256").update(lane).digest("base64url").slice(0, 16);
}

/** `<idInstance>/<chat>`, unless lanes are made by the user: the number of an instance is no phone number. */
function shownLane(lane: string, reveal: boolean): string {
  const [instance = ""] = /^\d+\//.exec(lane) ?? [];
  return instance + shown(lane.slice(instance.length), reveal);
}

function shown(text: string, reveal: boolean): string {
  return visible(reveal ? text : maskText(text));
}
