import type { Attempt } from "./attempt.ts";
import type { InstanceOptions } from "./instance-options.ts";
import type { Scenario } from "./scenarios/scenarios.ts";

/** What a client of an instance needs, as `createApiClient` of `@greenhook/core/api` takes it. */
export interface InstanceAccess {
  /** Its number. */
  readonly idInstance: number;
  /** What authorizes calls to its methods. */
  readonly apiTokenInstance: string;
  /** Where its methods are: the emulator's `url`. */
  readonly apiUrl: string;
}

/** How a notification is queued. */
export interface NotifyOptions {
  /** How long it has been waiting already, milliseconds. Default: 0. */
  readonly ageMilliseconds?: number;
  /** Queue it as it is: whatever the flags say, and with the instance it names. Default: false. */
  readonly verbatim?: boolean;
}

/** A GREEN-API that runs. */
export interface Emulator {
  /** Where its API is: the `apiUrl` of all its instances. */
  readonly url: string;
  /** The port it listens on. */
  readonly port: number;
  /** The latest attempts at deliveries, the oldest first; how many is `keepAttempts`. */
  readonly attempts: readonly Attempt[];
  /** Adds an instance. Throws if its number is taken. */
  addInstance(options?: InstanceOptions): InstanceAccess;
  /**
   * Something happened in an instance's messenger. It is queued if the flags in effect say so, and delivered when its turn comes; the result
   * says whether it was queued. The instance's own data are put in. A string is the text of a body, sent as it is.
   */
  notify(idInstance: number | string, notification: object | string, options?: NotifyOptions): boolean;
  /** Plays a scenario: queues its notifications at their times, from now on. */
  play(idInstance: number | string, scenario: Scenario): void;
  /** How many notifications of an instance wait, the one under way included. */
  waiting(idInstance: number | string): number;
  /** The account was authorized, blocked, logged out on the phone, … */
  setState(idInstance: number | string, stateInstance: string): void;
  /**
   * From now on an answer takes this long to come back, milliseconds. Beyond 180,000 it comes too late: the receiver has the notification,
   * and gets it again.
   */
  setLatency(idInstance: number | string, milliseconds: number): void;
  /** Makes the next calls of a method fail with that status, and the body GREEN-API has for it. */
  failNext(idInstance: number | string, method: string, status: number, times?: number): void;
  /** Makes the next `setSettings` change nothing, though it answers `saveSettings: true`. */
  loseNextSettings(idInstance: number | string): void;
  /** Stops everything: no delivery, no connection, no timer is left. */
  close(): Promise<void>;
}
