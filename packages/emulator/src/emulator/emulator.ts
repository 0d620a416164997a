import type { Attempt } from "../delivery/attempt.ts";
import type { InstanceOptions } from "../instance/instance-options.ts";
import type { NotifyOptions } from "../instance/instance.ts";
import type { Scenario } from "../scenarios/scenarios.ts";

/** The credentials of an instance, for `createApiClient` of `@greenhook/core/api`. */
export interface InstanceAccess {
  readonly idInstance: number;
  readonly apiTokenInstance: string;
  /** The emulator's `url`. */
  readonly apiUrl: string;
}

/** A file for `emulator.addFile`. */
export interface ServedFile {
  readonly bytes: Uint8Array;
  /** Its ending becomes that of the address. @default "", no ending */
  readonly fileName?: string;
  /** @default "application/octet-stream" */
  readonly mimeType?: string;
}

/** A running emulator of GREEN-API. */
export interface Emulator {
  /** The `apiUrl` of all its instances. */
  readonly url: string;
  readonly port: number;
  /** The token of the partner's methods, for `createPartnerClient` of `@greenhook/core/api`. */
  readonly partnerToken: string;
  /** The latest attempts to deliver, the oldest first. The option `keepAttempts` limits their number. */
  readonly attempts: readonly Attempt[];
  /** @throws {Error} the `idInstance` is taken */
  addInstance(options?: InstanceOptions): InstanceAccess;
  /**
   * Serves a file at the returned address, as GREEN-API does an uploaded one: for the `downloadUrl` of a message.
   *
   * @example
   * const downloadUrl = await emulator.addFile({ bytes, fileName: "voice.ogg", mimeType: "audio/ogg" });
   * emulator.notify(idInstance, audioMessage({ downloadUrl }));
   */
  addFile(file: ServedFile): Promise<string>;
  /**
   * Reports an event of an instance's messenger. The notification is queued if the flags in effect ask for it, with the instance's own data
   * in it. A string is the text of a body, sent as it is. Returns whether it was queued.
   */
  notify(idInstance: number | string, notification: object | string, options?: NotifyOptions): boolean;
  /** Queues the notifications of a scenario at their times, from now on. */
  play(idInstance: number | string, scenario: Scenario): void;
  /** The number of notifications in an instance's queue, the one in flight included. */
  waiting(idInstance: number | string): number;
  /** Changes an instance's state, as a login, a block or a logout on the phone does. */
  setState(idInstance: number | string, stateInstance: string): void;
  /** Sets the round trip of deliveries. Above 180,000 each response is late: the receiver has the notification, and receives it again. */
  setLatency(idInstance: number | string, milliseconds: number): void;
  /** Makes the next calls of a method fail with that status and GREEN-API's body for it. */
  failNext(idInstance: number | string, method: string, status: number, times?: number): void;
  /** Makes the next `setSettings` change nothing, though its result is `saveSettings: true`. */
  loseNextSettings(idInstance: number | string): void;
  /** Stops the server, all deliveries, connections and timers. */
  close(): Promise<void>;
}
