import type { Attempt } from "./attempt.ts";
import type { Clock } from "../clock/clock.ts";
import type { Timers } from "../clock/timers.ts";
import type { NotificationQueue, QueuedNotification } from "../instance/notification-queue.ts";
import { authorizationOf } from "@greenhook/core";
import type { Agents } from "./agents.ts";
import { postNotification, type Post, type PostOutcome } from "./post-notification.ts";

/** The receiver of an instance's notifications. */
export interface DeliveryTarget {
  readonly webhookUrl: string;
  /** Empty for no header. */
  readonly webhookUrlToken: string;
}

export interface DeliveryLoopOptions {
  readonly idInstance: number;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly agents: Agents;
  readonly queue: NotificationQueue;
  /** `undefined` while deliveries pause: without a `webhookUrl`, and during a restart. */
  readonly target: () => DeliveryTarget | undefined;
  /** The round trip by the emulator's clock, milliseconds. */
  readonly latency: () => number;
  readonly responseTimeoutMilliseconds: number;
  readonly retryPauseMilliseconds: number;
  readonly paceMilliseconds: number;
  /** Called after each attempt. */
  readonly onAttempt: (attempt: Attempt) => void;
}

/** Delivers an instance's queue: one notification at a time, in order, each until its response is a 200. */
export interface DeliveryLoop {
  /** Starts the next delivery if one is due. */
  wake(): void;
  /** Ends a pause, as the restart of an instance does, and starts the next delivery. */
  restart(): void;
  /** Aborts the attempt in flight. No other follows. */
  stop(): void;
}

/** The sender's rules, all in this file. */
export function createDeliveryLoop(options: DeliveryLoopOptions): DeliveryLoop {
  const { clock, timers, queue, target, paceMilliseconds, retryPauseMilliseconds } = options;
  let inFlight: Post | undefined;
  let stopped = false;
  let cancelTimer: (() => void) | undefined;
  let nextAt = clock.now();

  function wake(): void {
    if (inFlight !== undefined || cancelTimer !== undefined || stopped) return;
    const to = target();
    const item = to === undefined ? undefined : queue.first();
    if (to === undefined || item === undefined) return;
    const wait = nextAt - clock.now();
    if (wait <= 0) {
      void attempt(item, to);
      return;
    }
    cancelTimer = timers.after(wait, () => {
      cancelTimer = undefined;
      wake();
    });
  }

  async function attempt(item: QueuedNotification, to: DeliveryTarget): Promise<void> {
    item.attempts++;
    const startedAt = clock.now();
    inFlight = postNotification({
      url: to.webhookUrl,
      authorization: authorizationOf(to.webhookUrlToken),
      body: item.body,
      agents: options.agents,
    });
    const outcome = await outcomeOf(inFlight);
    inFlight = undefined;
    if (stopped) return;
    const delivered = "status" in outcome && outcome.status === 200;
    const endedAt = clock.now();
    if (delivered) queue.remove(item.receiptId);
    nextAt = delivered ? startedAt + paceMilliseconds : endedAt + retryPauseMilliseconds;
    const { receiptId, attempts, notification } = item;
    options.onAttempt({
      idInstance: options.idInstance,
      startedAt,
      durationMilliseconds: endedAt - startedAt,
      receiptId,
      attempt: attempts,
      ...outcome,
      delivered,
      notification,
    });
    wake();
  }

  /** Resolves with the response or with a timeout, whichever comes first. */
  function outcomeOf(post: Post): Promise<PostOutcome> {
    return new Promise((resolve) => {
      const release = clock.hold();
      const settle = (outcome: PostOutcome): void => {
        cancelTimeout();
        resolve(outcome);
        // Only after the microtasks that follow from the outcome.
        setImmediate(release);
      };
      const cancelTimeout = timers.after(options.responseTimeoutMilliseconds, () => {
        settle({ error: "TIMEOUT" });
        post.abort();
      });
      const latency = options.latency();
      const arrive = (outcome: PostOutcome): void => {
        if (latency === 0) {
          settle(outcome);
          return;
        }
        timers.after(latency, () => settle(outcome));
        release();
      };
      void post.outcome.then(arrive);
    });
  }

  return {
    wake,
    restart() {
      nextAt = Math.min(nextAt, clock.now());
      cancelTimer?.();
      cancelTimer = undefined;
      wake();
    },
    stop() {
      stopped = true;
      cancelTimer?.();
      inFlight?.abort();
    },
  };
}
