import type { TypeInstance } from "@greenhook/core";
import type { Attempt } from "../delivery/attempt.ts";
import type { Clock } from "../clock/clock.ts";
import type { Timers } from "../clock/timers.ts";
import type { Agents } from "../delivery/agents.ts";
import { createDeliveryLoop, type DeliveryLoop } from "../delivery/delivery-loop.ts";
import type { EmulatorTimes } from "../clock/emulator-times.ts";
import type { InstanceOptions } from "./instance-options.ts";
import { idMessageOf } from "./id-message-of.ts";
import { flagsOf } from "./flags-of.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
import { createNotificationQueue, type NotificationQueue, type QueuedNotification } from "./notification-queue.ts";
import { createSettingsStore, defaultSettingsOf, storedSettingsOf, type SettingsStore } from "./settings-store.ts";

/** The state of an instance that `createInstance` has just made: `getStateInstance` returns `null`. */
export const creating = "creating";

/** The options of `emulator.notify`. */
export interface NotifyOptions {
  /** The time it has already spent in the queue, milliseconds. @default 0 */
  readonly ageMilliseconds?: number;
  /** Queue it whatever the flags say, without the instance's own data. @default false */
  readonly verbatim?: boolean;
  /** Make its `timestamp` the time of the event by the emulator's clock: factories make the same one at any time. @default false */
  readonly atClock?: boolean;
}

/** The beginning of a state. */
export interface StateChange {
  readonly stateInstance: string;
  /** UNIX seconds. */
  readonly timestamp: number;
}

/** An emulated account of GREEN-API. */
export interface Instance {
  readonly idInstance: number;
  /** `updateApiToken` changes it. */
  apiTokenInstance: string;
  readonly typeInstance: TypeInstance;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Set by `deleteInstanceAccount`: calls are refused from then on. */
  deletedAt: number | undefined;
  /** Chats without an account in the messenger. */
  readonly noAccount: ReadonlySet<string>;
  /** The number of chats that it may write to. */
  readonly chatQuota: number;
  readonly settings: SettingsStore;
  readonly queue: NotificationQueue;
  readonly journal: Journal;
  readonly outbox: Outbox;
  /** The states so far, the oldest first. */
  readonly stateHistory: readonly StateChange[];
  /** Such as `authorized` or `starting`. */
  readonly stateInstance: string;
  /** The chats that count for the quota. */
  readonly chats: Set<string>;
  /** The round trip of a delivery. */
  latencyMilliseconds: number;
  /** The account's own id. Empty without authorization. */
  wid(): string;
  /** Changes the state, and queues `stateInstanceChanged` if the flag is on. */
  setState(stateInstance: string): void;
  /** The state is `starting` for a while, then the previous one. */
  restart(): void;
  /** Queues a notification if the flags in effect ask for it. Returns whether it was queued. */
  notify(notification: object | string, options?: NotifyOptions): boolean;
  /** The oldest notification in the queue, or the first one within that time. */
  receive(timeoutMilliseconds: number): Promise<QueuedNotification | undefined>;
  /** An id for a sent message. */
  nextIdMessage(): string;
  /** Ends deliveries and long polls. */
  stop(): void;
}

/** The parts that all instances of an emulator share. */
export interface InstanceContext {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly agents: Agents;
  readonly times: EmulatorTimes;
  readonly onAttempt: (attempt: Attempt) => void;
  readonly onDropped: (idInstance: number, notification: object | string) => void;
}

export function createInstance(
  idInstance: number,
  apiTokenInstance: string,
  options: InstanceOptions,
  { clock, timers, agents, times, onAttempt, onDropped }: InstanceContext,
): Instance {
  const { typeInstance = "whatsapp", wid = "79000000000@c.us" } = options;
  let stateInstance: string = options.stateInstance ?? "authorized";
  let messages = 0;
  const receivers = new Set<() => void>();
  const seconds = (): number => Math.floor(clock.now() / 1_000);
  const stateHistory: StateChange[] = [{ stateInstance, timestamp: seconds() }];
  const journal = createJournal({ now: () => clock.now(), lagMilliseconds: times.journalLagMilliseconds });
  const outbox = createOutbox({
    now: () => clock.now(),
    retentionMilliseconds: times.retentionMilliseconds,
    isOpen: () => stateInstance === "authorized",
  });
  const queue = createNotificationQueue({
    now: () => clock.now(),
    retentionMilliseconds: times.retentionMilliseconds,
    onDropped: ({ notification }) => onDropped(idInstance, notification),
  });
  const settings = createSettingsStore({
    initial: { ...defaultSettingsOf(typeInstance), ...storedSettingsOf(options.settings) },
    timers,
    takeEffectMilliseconds: times.settingsTakeEffectMilliseconds,
    readBackMilliseconds: times.settingsReadBackMilliseconds,
    onEffect: () => loop.restart(),
  });
  const loop: DeliveryLoop = createDeliveryLoop({
    idInstance,
    clock,
    timers,
    agents,
    queue,
    latency: () => instance.latencyMilliseconds,
    target: () => {
      const { webhookUrl, webhookUrlToken } = settings.inEffect;
      if (stateInstance === "starting" || typeof webhookUrl !== "string" || webhookUrl === "") return undefined;
      return { webhookUrl, webhookUrlToken: String(webhookUrlToken) };
    },
    ...times,
    onAttempt,
  });

  const instance: Instance = {
    idInstance,
    apiTokenInstance,
    typeInstance,
    createdAt: clock.now(),
    deletedAt: undefined,
    noAccount: new Set(options.noAccount),
    chatQuota: options.chatQuota ?? Number.POSITIVE_INFINITY,
    settings,
    queue,
    journal,
    outbox,
    stateHistory,
    chats: new Set(),
    latencyMilliseconds: 0,
    get stateInstance() {
      return stateInstance;
    },
    wid: () => (stateInstance === "notAuthorized" || stateInstance === creating ? "" : wid),
    setState(next) {
      if (next === stateInstance) return;
      stateInstance = next;
      stateHistory.push({ stateInstance, timestamp: seconds() });
      instance.notify({ typeWebhook: "stateInstanceChanged", instanceData: {}, timestamp: seconds(), stateInstance });
      if (next === "authorized") outbox.flush();
      loop.restart();
    },
    restart() {
      const before = stateInstance;
      if (before === "starting") return;
      instance.setState("starting");
      timers.after(times.restartMilliseconds, () => {
        if (stateInstance === "starting") instance.setState(before);
      });
    },
    notify(notification, { ageMilliseconds = 0, verbatim = false, atClock = false } = {}) {
      const own = typeof notification === "string" || verbatim ? notification : withInstance(notification, instance);
      const ready = typeof own === "object" && atClock ? { ...own, timestamp: Math.floor((clock.now() - ageMilliseconds) / 1_000) } : own;
      const missing = typeof ready === "object" ? flagsOf(ready).filter((flag) => settings.inEffect[flag] !== "yes") : [];
      // The journals have messages and calls whatever the flags say, but edits and deletions only while theirs are on.
      const journaled = verbatim || !missing.some((flag) => flag === "editedMessageWebhook" || flag === "deletedMessageWebhook");
      if (typeof ready === "object" && journaled) journal.record(ready, clock.now() - ageMilliseconds);
      if (!verbatim && missing.length > 0) return false;
      queue.add(ready, clock.now() - ageMilliseconds);
      for (const receiver of receivers) receiver();
      loop.wake();
      return true;
    },
    receive(timeoutMilliseconds) {
      return new Promise((resolve) => {
        const settle = (): void => {
          receivers.delete(settle);
          cancel();
          resolve(queue.first());
        };
        const cancel = timers.after(timeoutMilliseconds, settle);
        if (queue.first() === undefined) receivers.add(settle);
        else settle();
      });
    },
    nextIdMessage: () => idMessageOf(typeInstance, idInstance, ++messages),
    stop() {
      loop.stop();
      for (const receiver of receivers) receiver();
    },
  };
  return instance;
}

/** The notification with this instance's own data, whatever instance it was made for. */
function withInstance(notification: object, instance: Instance): object {
  const { idInstance, typeInstance } = instance;
  const given = "instanceData" in notification && typeof notification.instanceData === "object" ? notification.instanceData : {};
  return { ...notification, instanceData: { wid: instance.wid(), typeInstance, ...given, idInstance } };
}
