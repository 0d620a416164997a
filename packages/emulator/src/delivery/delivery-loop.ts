import type { Attempt } from "../attempt.ts";
import type { Clock } from "../clock.ts";
import type { Timers } from "../clock/timers.ts";
import type { NotificationQueue, QueuedNotification } from "../instance/notification-queue.ts";
import { authorizationOf } from "@greenhook/core";
import type { Agents } from "./agents.ts";
import { postNotification, type Post, type PostOutcome } from "./post-notification.ts";

/** Where an instance's notifications go at present. */
export interface DeliveryTarget {
  /** Not empty. */
  readonly webhookUrl: string;
  /** Empty for no header. */
  readonly webhookUrlToken: string;
}

/** What {@link createDeliveryLoop} takes. */
export interface DeliveryLoopOptions {
  readonly idInstance: number;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly agents: Agents;
  readonly queue: NotificationQueue;
  /** `undefined` while nothing may be sent: without a `webhookUrl`, or during a restart. */
  readonly target: () => DeliveryTarget | undefined;
  /** How long the way there and back takes by the emulator's clock, milliseconds. */
  readonly latency: () => number;
  readonly responseTimeoutMilliseconds: number;
  readonly retryPauseMilliseconds: number;
  readonly paceMilliseconds: number;
  /** Told of each attempt when it is over. */
  readonly onAttempt: (attempt: Attempt) => void;
}

/** Delivers an instance's queue: one at a time, in order, the same one again until it gets a 200. */
export interface DeliveryLoop {
  /** Goes on, if there is something to send, somewhere to send it to, and it is time. */
  wake(): void;
  /** Forgets a pause, as a restarted instance does, and goes on. */
  restart(): void;
  /** Ends what is under way; nothing follows. */
  stop(): void;
}

/** The sender's rules, in the one place where they are written. */
export function createDeliveryLoop(options: DeliveryLoopOptions): DeliveryLoop {
  const { clock, timers, queue, target, paceMilliseconds, retryPauseMilliseconds } = options;
  let underWay: Post | undefined;
  let stopped = false;
  let cancelTimer: (() => void) | undefined;
  let nextAt = clock.now();

  function wake(): void {
    if (underWay !== undefined || cancelTimer !== undefined || stopped) return;
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
    underWay = postNotification({
      url: to.webhookUrl,
      authorization: authorizationOf(to.webhookUrlToken),
      body: item.body,
      agents: options.agents,
    });
    const outcome = await answerTo(underWay);
    underWay = undefined;
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

  /** Resolves with the receiver's answer, or with a timeout when the sender has waited long enough, whichever comes first. */
  function answerTo(post: Post): Promise<PostOutcome> {
    return new Promise((resolve) => {
      const release = clock.hold();
      const settle = (outcome: PostOutcome): void => {
        cancelTimeout();
        resolve(outcome);
        // Only after what follows from it was done, in the microtasks before this one.
        setImmediate(release);
      };
      const cancelTimeout = timers.after(options.responseTimeoutMilliseconds, () => {
        settle({ error: "TIMEOUT" });
        post.giveUp();
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
      underWay?.giveUp();
    },
  };
}
