import type { ApiClient } from "../api/methods/api-client.ts";
import { ApiResponseError, ApiNetworkError, ApiRateLimitError, ApiServerError } from "../api/call/api-error.ts";
import { delay, isStarting, isTransient } from "../api/call/retry.ts";
import { differenceOf, type SettingDifference } from "./setting-difference.ts";
import { SettingsNotAppliedError, SettingsRefusedError } from "./settings-error.ts";
import type { SettingsInput } from "../api/methods/settings.ts";
import type { Settings } from "../api/methods/settings.ts";
import { wireSettings } from "../api/call/wire-settings.ts";

/** What `applySettings` takes last. */
export interface ApplySettingsOptions {
  /** Only tell the difference. By default `false`. */
  readonly dryRun?: boolean;
  /** Aborting it ends the wait; settings that were already sent stay sent. */
  readonly signal?: AbortSignal | undefined;
  /** How long the settings may take to hold. Milliseconds, by default 300,000, the five minutes that GREEN-API names. */
  readonly timeoutMilliseconds?: number;
  /** The wait between two looks. Milliseconds, by default 5,000. */
  readonly intervalMilliseconds?: number;
  /** Called at each step; what it throws is thrown by `applySettings`. */
  readonly onProgress?: (progress: ApplySettingsProgress) => void;
}

/** How far `applySettings` is. */
export interface ApplySettingsProgress {
  /** `busy`: GREEN-API takes no calls at the moment; `starting`: the instance restarts; `different`: the old values still show. */
  readonly step: "writing" | "busy" | "starting" | "different" | "done";
  /** Since the start. Milliseconds. */
  readonly elapsedMilliseconds: number;
  /** What differs, as far as known; tokens are masked. */
  readonly difference: readonly SettingDifference[];
}

/** What `applySettings` did. */
export interface AppliedSettings {
  /** Whether settings were sent. */
  readonly wrote: boolean;
  /** What differed at first; tokens are masked. */
  readonly difference: readonly SettingDifference[];
  /** The settings as they are now, tokens in clear. */
  readonly settings: Settings;
}

/**
 * Makes settings so, and proves it: reads them, sends only what differs, at most once (each write restarts the instance), and reads until they
 * hold and the instance isn't starting any more. Where it is unclear whether a write arrived, it isn't repeated: reading tells. Only a write that
 * GREEN-API refused (called too often, instance starting) is tried again.
 *
 * @throws {SettingsRefusedError} GREEN-API answered `saveSettings: false`
 * @throws {SettingsNotAppliedError} the time is over
 * @throws {ApiError} a failure that doesn't pass by itself
 * @example
 * await applySettings(client, { webhookUrl, webhookUrlToken, incomingWebhook: true });
 */
export async function applySettings(
  client: Pick<ApiClient, "getSettings" | "setSettings" | "getStateInstance">,
  wanted: SettingsInput,
  { dryRun = false, signal, timeoutMilliseconds = 300_000, intervalMilliseconds = 5_000, onProgress }: ApplySettingsOptions = {},
): Promise<AppliedSettings> {
  const goal = wireSettings(wanted);
  const begun = performance.now();
  // Whole: timers drop fractions, and `AbortSignal.timeout()` refuses them.
  const left = (): number => Math.ceil(begun + timeoutMilliseconds - performance.now());
  let difference: readonly SettingDifference[] = [];
  const progress = (step: ApplySettingsProgress["step"]): void =>
    onProgress?.({ step, elapsedMilliseconds: Math.round(performance.now() - begun), difference });
  const wait = (): Promise<void> => delay(Math.max(0, Math.min(intervalMilliseconds, left())), signal);
  /** What a call gives, or `undefined` where it failed in a way that passes. */
  const tried = async <Value>(call: (options: { signal: AbortSignal | undefined; timeoutMilliseconds: number }) => Promise<Value>) => {
    try {
      return await call({ signal, timeoutMilliseconds: Math.max(minCallMilliseconds, left()) });
    } catch (error) {
      if (signal?.aborted === true || !isTransient(error)) throw error;
      progress(isStarting(error) ? "starting" : "busy");
      return undefined;
    }
  };

  let found: readonly SettingDifference[] | undefined;
  let wrote = false;
  for (;;) {
    const settings = await tried((options) => client.getSettings(options));
    if (settings !== undefined) {
      difference = differenceOf(settings, goal);
      found ??= difference;
      if (dryRun || (difference.length === 0 && !wrote)) return { wrote, difference: found, settings };
      if (difference.length === 0) {
        const state = await tried((options) => client.getStateInstance(options));
        if ((state !== undefined && state.stateInstance !== "starting") || left() <= 0) {
          progress("done");
          return { wrote, difference: found, settings };
        }
        if (state !== undefined) progress("starting");
      } else if (!wrote) {
        progress("writing");
        wrote = await write(client, pick(goal, difference), {
          signal,
          timeoutMilliseconds: Math.max(minCallMilliseconds, left()),
        });
        if (!wrote) progress("busy");
      } else {
        progress("different");
      }
    }
    if (left() <= 0) throw new SettingsNotAppliedError({ detail: overdue(wrote, timeoutMilliseconds, difference), difference, wrote });
    await wait();
  }
}

/** Even the last look, at the very end of the time, gets this long. */
const minCallMilliseconds = 5_000;

/** Sends settings. `false`: certainly not taken, yet may be later; `true`: taken, or possibly taken. */
async function write(
  client: Pick<ApiClient, "setSettings">,
  settings: Readonly<Record<string, unknown>>,
  options: { signal: AbortSignal | undefined; timeoutMilliseconds: number },
): Promise<boolean> {
  try {
    const { saveSettings } = await client.setSettings(settings, options);
    if (!saveSettings) {
      throw new SettingsRefusedError({ method: "setSettings", status: 200, detail: "GREEN-API answered saveSettings: false" });
    }
    return true;
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    if (error instanceof ApiRateLimitError || isStarting(error)) return false;
    if (error instanceof ApiNetworkError || error instanceof ApiServerError) return true;
    if (error instanceof ApiResponseError && error.code !== "REDIRECT") return true;
    throw error;
  }
}

function pick(goal: Readonly<Record<string, unknown>>, difference: readonly SettingDifference[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(difference.map(({ key }) => [key, goal[key]]));
}

function overdue(wrote: boolean, milliseconds: number, difference: readonly SettingDifference[]): string {
  const keys = difference.map(({ key }) => `"${key}"`).join(", ");
  const what = keys === "" ? "the settings can't be read" : wrote ? `${keys} still differ` : `${keys} could not be sent`;
  return `after ${Math.round(milliseconds / 1_000)} s ${what}`;
}
