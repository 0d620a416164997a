import type { Instance } from "../instance/instance.ts";
import type { Methods } from "./method.ts";

/** The minimum interval between two calls that clear a queue. */
const clearEveryMilliseconds = 60_000;

const counts = new WeakMap<Instance, { readonly count: number; readonly at: number }>();
const clearedAt = new WeakMap<Instance, number>();

/** Queues. @see https://green-api.com/en/docs/api/queues/ */
export const queues: Methods = {
  getWebhooksCount: {
    verbs: ["GET"],
    rate: 1,
    run: ({ instance, clock, times }) => {
      const known = counts.get(instance);
      const refreshed =
        known !== undefined && clock.now() - known.at < times.countRefreshMilliseconds
          ? known
          : { count: instance.queue.size, at: clock.now() };
      counts.set(instance, refreshed);
      return { count: refreshed.count };
    },
  },
  // Documented with DELETE; GREEN-API's own packages use both.
  clearWebhooksQueue: {
    verbs: ["DELETE", "GET"],
    rate: 1,
    run: ({ instance, clock }) => {
      const leftTime = (clearedAt.get(instance) ?? Number.NEGATIVE_INFINITY) + clearEveryMilliseconds - clock.now();
      if (leftTime > 0) return { isCleared: false, reason: "too many requests", leftTime: Math.ceil(leftTime / 1_000) };
      clearedAt.set(instance, clock.now());
      counts.delete(instance);
      instance.queue.clear();
      return { isCleared: true, reason: "" };
    },
  },
  // An authorized instance sends messages as soon as they are accepted.
  getMessagesCount: { verbs: ["GET"], rate: 1, run: ({ instance }) => ({ count: instance.outbox.size }) },
  showMessagesQueue: { verbs: ["GET"], rate: 1, run: ({ instance }) => instance.outbox.list() },
  clearMessagesQueue: {
    verbs: ["GET"],
    rate: 1,
    run: ({ instance }) => {
      instance.outbox.clear();
      return { isCleared: true };
    },
  },
};
