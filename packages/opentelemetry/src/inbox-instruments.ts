import type { BatchObservableCallback, Meter } from "@opentelemetry/api";
import { isInboxFailure, known, systemAttributes } from "./attributes.ts";
import type { InboxTrace } from "./inbox-trace.ts";
import { secondsOfWork } from "./instruments.ts";

/** An inbox whose items are counted. */
export interface ObservedInbox {
  /**
   * For the metrics' attribute `greenhook.inbox.name`.
   *
   * @example "orders"
   */
  readonly name: string;
  /** Such as one of `createInbox`. */
  readonly inbox: {
    stats(): Promise<{
      readonly waiting: number;
      readonly running: number;
      readonly dead: number;
      readonly oldestWaitingSeconds: number;
      readonly blockedLanes: number;
    }>;
  };
}

/** Counts the attempts at stored items. */
export function inboxRunRecorder(meter: Meter): (run: InboxTrace) => void {
  const runs = meter.createCounter("greenhook.inbox.runs", {
    unit: "{run}",
    description: "Attempts at stored items, by outcome.",
  });
  const duration = meter.createHistogram("greenhook.inbox.run.duration", {
    unit: "s",
    description: "From the start of an attempt to the end of its handlers.",
    advice: { explicitBucketBoundaries: secondsOfWork },
  });
  return (run) => {
    const { idInstance, outcome, durationMilliseconds = 0 } = run;
    const common = known(systemAttributes, { "messaging.destination.name": idInstance });
    runs.add(1, known(common, { "greenhook.inbox.outcome": outcome }));
    duration.record(durationMilliseconds / 1_000, known(common, { "error.type": isInboxFailure(run) ? outcome : undefined }));
  };
}

/** Counts the items of inboxes whenever metrics are read. A count that fails is left out. Returns a function that ends it. */
export function observeInboxes(meter: Meter, inboxes: readonly ObservedInbox[]): () => void {
  if (inboxes.length === 0) return () => undefined;
  const depth = meter.createObservableGauge("greenhook.inbox.depth", { unit: "{item}", description: "Items that aren't done, by state." });
  const age = meter.createObservableGauge("greenhook.inbox.age", {
    unit: "s",
    description: "How long the oldest item that isn't done or dead has been stored.",
  });
  const dead = meter.createObservableGauge("greenhook.inbox.dead", { unit: "{item}", description: "Items that were given up." });
  const blocked = meter.createObservableGauge("greenhook.inbox.blocked", {
    unit: "{lane}",
    description: "Lanes that stand still behind a dead item.",
  });
  const observe: BatchObservableCallback = async (result) => {
    await Promise.allSettled(
      inboxes.map(async ({ name, inbox }) => {
        const stats = await inbox.stats();
        const attributes = { ...systemAttributes, "greenhook.inbox.name": name };
        result.observe(depth, stats.waiting, { ...attributes, "greenhook.inbox.state": "waiting" });
        result.observe(depth, stats.running, { ...attributes, "greenhook.inbox.state": "running" });
        result.observe(age, stats.oldestWaitingSeconds, attributes);
        result.observe(dead, stats.dead, attributes);
        result.observe(blocked, stats.blockedLanes, attributes);
      }),
    );
  };
  const gauges = [depth, age, dead, blocked];
  meter.addBatchObservableCallback(observe, gauges);
  return () => meter.removeBatchObservableCallback(observe, gauges);
}
