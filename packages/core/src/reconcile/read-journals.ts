import type { ApiClient } from "../api/methods/api-client.ts";
import type { InstanceData } from "../notifications/instance-data.ts";
import { rebuildCall, rebuildMessage, type Rebuilt } from "./rebuild-notification.ts";

/** What `reconcile` calls of a client. */
export type ReconcileClient = Pick<
  ApiClient,
  "idInstance" | "getSettings" | "lastIncomingMessages" | "lastOutgoingMessages" | "lastIncomingCalls" | "lastOutgoingCalls"
>;

/** A journal that was read. */
export interface ReadJournal {
  readonly journal: "lastIncomingMessages" | "lastOutgoingMessages" | "lastIncomingCalls" | "lastOutgoingCalls";
  readonly rows: number;
  /** Of these, what no notification can be made of. */
  readonly unusable: number;
  /** When the oldest row is from: what is older, GREEN-API didn't give. Absent where there is no row. */
  readonly oldest?: Date;
  /** Whether it has as many rows as GREEN-API gives at most, so that older ones were cut off. */
  readonly isCut: boolean;
}

/** The documented maximum of the journals of calls. */
const maxRows = 10_000;

/** Reads the journals, one after another, and rebuilds their notifications, oldest first. */
export async function readJournals(
  client: ReconcileClient,
  { instanceData, minutes, signal }: { instanceData: InstanceData; minutes: number; signal: AbortSignal | undefined },
): Promise<{ readonly rebuilt: readonly Rebuilt[]; readonly journals: readonly ReadJournal[] }> {
  const rebuilt: Rebuilt[] = [];
  const journals: ReadJournal[] = [];

  async function read<Row extends { readonly timestamp?: number }>(
    journal: ReadJournal["journal"],
    rows: readonly Row[],
    rebuild: (row: Row, instanceData: InstanceData) => Rebuilt | undefined,
  ): Promise<void> {
    const made = rows.map((row) => rebuild(row, instanceData)).filter((each) => each !== undefined);
    const oldest = Math.min(...made.map(({ value }) => value.timestamp));
    journals.push({
      journal,
      rows: rows.length,
      unusable: rows.length - made.length,
      ...(made.length === 0 ? undefined : { oldest: new Date(oldest * 1000) }),
      isCut: rows.length >= maxRows,
    });
    // They come newest first.
    rebuilt.push(...made.toReversed());
  }

  const options = { signal };
  await read("lastIncomingMessages", await client.lastIncomingMessages({ minutes }, options), rebuildMessage);
  await read("lastOutgoingMessages", await client.lastOutgoingMessages({ minutes }, options), rebuildMessage);
  await read("lastIncomingCalls", await client.lastIncomingCalls({ minutes }, options), rebuildCall);
  await read("lastOutgoingCalls", await client.lastOutgoingCalls({ minutes }, options), rebuildCall);
  return { rebuilt: rebuilt.toSorted((one, other) => one.value.timestamp - other.value.timestamp), journals };
}
