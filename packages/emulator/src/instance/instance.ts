import type { Attempt } from "../attempt.ts";
import type { Clock } from "../clock.ts";
import type { Timers } from "../clock/timers.ts";
import type { Agents } from "../delivery/agents.ts";
import { createDeliveryLoop, type DeliveryLoop } from "../delivery/delivery-loop.ts";
import type { EmulatorTimes } from "../emulator-times.ts";
import type { NotifyOptions } from "../emulator.ts";
import type { InstanceOptions } from "../instance-options.ts";
import { idMessageOf } from "./id-message-of.ts";
import { defaultSettingsOf } from "./default-settings.ts";
import { flagsOf } from "./flags-of.ts";
import { createNotificationQueue, type NotificationQueue, type QueuedNotification } from "./notification-queue.ts";
import { createSettingsStore, type SettingsStore } from "./settings-store.ts";
import { storedSettingsOf } from "./stored-settings-of.ts";

/** One GREEN-API account within an emulator: its settings, its state, its queue, and the loop that delivers it. */
export interface Instance {
  readonly idInstance: number;
  readonly apiTokenInstance: string;
  readonly typeInstance: "whatsapp" | "telegram" | "v3";
  /** To how many chats it may write. */
  readonly chatQuota: number;
  readonly settings: SettingsStore;
  readonly queue: NotificationQueue;
  /** Such as `authorized` or `starting`. */
  readonly stateInstance: string;
  /** The chats written to, as far as the plan's quota is concerned. */
  readonly chats: Set<string>;
  /** How long a delivery is under way, there and back, milliseconds. */
  latencyMilliseconds: number;
  /** The account's own id; empty while it isn't authorized. */
  wid(): string;
  /** Changes the state, and reports it as `stateInstanceChanged` if a flag asks for it. */
  setState(stateInstance: string): void;
  /** `starting` for a while, then what it was before. */
  restart(): void;
  /** Queues a notification if the flags in effect ask for it; says whether they did. */
  notify(notification: object | string, options?: NotifyOptions): boolean;
  /** The oldest notification, or the first to come within that time. */
  receive(timeoutMilliseconds: number): Promise<QueuedNotification | undefined>;
  /** The id of the next message it sends. */
  nextIdMessage(): string;
  /** Ends deliveries and polls. */
  stop(): void;
}

/** What all instances of an emulator have in common. */
export interface InstanceSurroundings {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly agents: Agents;
  readonly times: EmulatorTimes;
  readonly onAttempt: (attempt: Attempt) => void;
  readonly onDropped: (idInstance: number, notification: object | string) => void;
}

/** An instance with its settings in effect. */
export function createInstance(
  idInstance: number,
  apiTokenInstance: string,
  options: InstanceOptions,
  { clock, timers, agents, times, onAttempt, onDropped }: InstanceSurroundings,
): Instance {
  const { typeInstance = "whatsapp", wid = "79000000000@c.us" } = options;
  let stateInstance: string = options.stateInstance ?? "authorized";
  let messages = 0;
  const receivers = new Set<() => void>();
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
    chatQuota: options.chatQuota ?? Number.POSITIVE_INFINITY,
    settings,
    queue,
    chats: new Set(),
    latencyMilliseconds: 0,
    get stateInstance() {
      return stateInstance;
    },
    wid: () => (stateInstance === "notAuthorized" ? "" : wid),
    setState(next) {
      if (next === stateInstance) return;
      stateInstance = next;
      instance.notify({
        typeWebhook: "stateInstanceChanged",
        instanceData: {},
        timestamp: Math.floor(clock.now() / 1_000),
        stateInstance,
      });
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
    notify(notification, { ageMilliseconds = 0, verbatim = false } = {}) {
      const ready = typeof notification === "string" || verbatim ? notification : withInstance(notification, instance);
      if (typeof ready === "object" && !verbatim && flagsOf(ready).some((flag) => settings.inEffect[flag] !== "yes")) return false;
      queue.add(ready, clock.now() - ageMilliseconds);
      for (const receiver of receivers) receiver();
      loop.wake();
      return true;
    },
    receive(timeoutMilliseconds) {
      return new Promise((resolve) => {
        const answer = (): void => {
          receivers.delete(answer);
          cancel();
          resolve(queue.first());
        };
        const cancel = timers.after(timeoutMilliseconds, answer);
        if (queue.first() === undefined) receivers.add(answer);
        else answer();
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

/** The notification as this instance sends it, whichever instance it was made for. */
function withInstance(notification: object, instance: Instance): object {
  const { idInstance, typeInstance } = instance;
  const given = "instanceData" in notification && typeof notification.instanceData === "object" ? notification.instanceData : {};
  return { ...notification, instanceData: { wid: instance.wid(), typeInstance, ...given, idInstance } };
}
