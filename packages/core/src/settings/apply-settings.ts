import { ApiNetworkError, ApiRateLimitError, ApiResponseError, ApiServerError, ApiValidationError } from "../api/call/api-error.ts";
import { delay, isStarting, isTransient } from "../api/call/retry.ts";
import { wireSettings } from "../api/call/wire-settings.ts";
import type { ApiClient } from "../api/methods/api-client.ts";
import type { Settings, SettingsInput } from "../api/methods/settings.ts";
import { differenceOf, type SettingDifference } from "./setting-difference.ts";
import { SettingsNotAppliedError, SettingsNotListedError, SettingsRefusedError } from "./settings-error.ts";

export interface ApplySettingsOptions {
  /**
   * Whether to only compute the difference.
   *
   * @default false
   */
  readonly dryRun?: boolean;
  /**
   * Whether to send settings too that the instance's `getSettings` doesn't list.
   *
   * @default false
   */
  readonly allowUnlisted?: boolean;
  /** Aborting it ends the wait; settings that have been sent stay sent. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long the settings may take to show.
   *
   * @default 300_000, the five minutes that GREEN-API names
   */
  readonly timeoutMilliseconds?: number;
  /**
   * The wait between two reads.
   *
   * @default 5_000
   */
  readonly intervalMilliseconds?: number;
  /** Called at each step. Its errors are thrown by `applySettings`. */
  readonly onProgress?: (progress: ApplySettingsProgress) => void;
}

export interface ApplySettingsProgress {
  /** `busy`: GREEN-API takes no calls at the moment; `starting`: the instance restarts; `different`: the old values still show. */
  readonly step: "writing" | "busy" | "starting" | "different" | "done";
  readonly elapsedMilliseconds: number;
  /** The settings that differ, secrets masked; empty before they have been read. */
  readonly difference: readonly SettingDifference[];
}

export interface AppliedSettings {
  /** Whether settings were sent. */
  readonly wrote: boolean;
  /** The settings that differed at first, secrets masked. */
  readonly difference: readonly SettingDifference[];
  /** The current settings, tokens in clear. */
  readonly settings: Settings;
}

/**
 * Changes settings and verifies that they took effect: reads them, sends only those that differ, at most once (each write restarts the instance),
 * and reads until they show and the instance isn't starting any more. A write whose response was lost isn't retried, since reading shows whether
 * it arrived. Only a write that GREEN-API refused (called too often, instance starting) is retried.
 *
 * @throws {SettingsNotListedError} the instance doesn't have a wanted setting; nothing was sent
 * @throws {SettingsRefusedError} GREEN-API returned `saveSettings: false`
 * @throws {SettingsNotAppliedError} the timeout passed
 * @throws {ApiError} a permanent error
 * @example
 * await applySettings(client, { webhookUrl, webhookUrlToken, incomingWebhook: true });
 */
export async function applySettings(
  client: Pick<ApiClient, "getSettings" | "setSettings" | "getStateInstance">,
  wanted: SettingsInput,
  {
    dryRun = false,
    allowUnlisted = false,
    signal,
    timeoutMilliseconds = 300_000,
    intervalMilliseconds = 5_000,
    onProgress,
  }: ApplySettingsOptions = {},
): Promise<AppliedSettings> {
  for (const [key, value] of Object.entries({ dryRun, allowUnlisted })) {
    // JavaScript callers bypass the types, and the text "false" would count as true.
    if (typeof value !== "boolean") throw new ApiValidationError({ method: "setSettings", key, expected: "be of type boolean" });
  }
  const goal = wireSettings(wanted);
  const begun = performance.now();
  // Whole: timers drop fractions, and `AbortSignal.timeout()` refuses them.
  const left = (): number => Math.ceil(begun + timeoutMilliseconds - performance.now());
  const callOptions = (): { signal: AbortSignal | undefined; timeoutMilliseconds: number } => ({
    signal,
    timeoutMilliseconds: Math.max(minCallMilliseconds, left()),
  });
  let difference: readonly SettingDifference[] = [];
  const progress = (step: ApplySettingsProgress["step"]): void =>
    onProgress?.({ step, elapsedMilliseconds: Math.round(performance.now() - begun), difference });
  /** The result of a call, or `undefined` after a transient error. */
  const tried = async <Value>(call: (options: ReturnType<typeof callOptions>) => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await call(callOptions());
    } catch (error) {
      if (signal?.aborted === true || !isTransient(error)) throw error;
      progress(isStarting(error) ? "starting" : "busy");
      return undefined;
    }
  };

  let differenceAtFirst: readonly SettingDifference[] | undefined;
  let wrote = false;
  for (;;) {
    const settings = await tried((options) => client.getSettings(options));
    if (settings !== undefined) {
      difference = differenceOf(settings, goal);
      if (differenceAtFirst === undefined && !allowUnlisted) assertListed(settings, difference);
      differenceAtFirst ??= difference;
      if (dryRun || (difference.length === 0 && !wrote)) return { wrote, difference: differenceAtFirst, settings };
      if (difference.length === 0) {
        const state = await tried((options) => client.getStateInstance(options));
        if ((state !== undefined && state.stateInstance !== "starting") || left() <= 0) {
          progress("done");
          return { wrote, difference: differenceAtFirst, settings };
        }
        if (state !== undefined) progress("starting");
      } else if (!wrote) {
        progress("writing");
        wrote = await write(client, pick(goal, difference), callOptions());
        if (!wrote) progress("busy");
      } else {
        progress("different");
      }
    }
    if (left() <= 0) throw new SettingsNotAppliedError({ detail: overdue(wrote, timeoutMilliseconds, difference), difference, wrote });
    await delay(Math.max(0, Math.min(intervalMilliseconds, left())), signal);
  }
}

/** Even the last read, at the very end of the time, gets this long. */
const minCallMilliseconds = 5_000;

/** @throws {SettingsNotListedError} a setting to be written isn't listed, so that reading would never show it */
function assertListed(settings: Settings, difference: readonly SettingDifference[]): void {
  const unlisted = difference.map(({ key }) => key).filter((key) => !Object.hasOwn(settings, key));
  if (unlisted.length > 0) throw new SettingsNotListedError(unlisted);
}

/** Sends settings. `false` if they were certainly refused for now; `true` if they were accepted, or may have been. */
async function write(
  client: Pick<ApiClient, "setSettings">,
  settings: Readonly<Record<string, unknown>>,
  options: { signal: AbortSignal | undefined; timeoutMilliseconds: number },
): Promise<boolean> {
  try {
    const { saveSettings } = await client.setSettings(settings, options);
    if (!saveSettings) {
      throw new SettingsRefusedError({ method: "setSettings", status: 200, detail: "GREEN-API returned saveSettings: false" });
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
  const problem = keys === "" ? "the settings can't be read" : wrote ? `${keys} still differ` : `${keys} could not be sent`;
  return `after ${Math.round(milliseconds / 1_000)} s ${problem}`;
}
