import { ApiError } from "../api/call/api-error.ts";
import type { SettingDifference } from "./setting-difference.ts";

/**
 * The instance's `getSettings` doesn't list a wanted setting, so that its value couldn't be verified; nothing was sent. Check the spelling, leave
 * out what this messenger doesn't have, or set `allowUnlisted`.
 */
export class SettingsNotListedError extends ApiError {
  override readonly name = "SettingsNotListedError";
  readonly keys: readonly string[];

  constructor(keys: readonly string[]) {
    super({ method: "setSettings", detail: `this instance lists no setting "${keys.join('", "')}"` });
    this.keys = keys;
  }
}

/** GREEN-API returned `saveSettings: false`: nothing was changed. Retry later, or ask its support. */
export class SettingsRefusedError extends ApiError {
  override readonly name = "SettingsRefusedError";
}

/** The settings weren't as wanted before the timeout. If they were sent they may still become so: read them again later. */
export class SettingsNotAppliedError extends ApiError {
  override readonly name = "SettingsNotAppliedError";
  /** The settings that still differ, secrets masked. Empty if the settings couldn't be read back. */
  readonly difference: readonly SettingDifference[];
  /** Whether they were sent: `false` if the instance took no settings until the timeout. */
  readonly wrote: boolean;

  constructor({ detail, difference, wrote }: { detail: string; difference: readonly SettingDifference[]; wrote: boolean }) {
    super({ method: "setSettings", detail });
    this.difference = difference;
    this.wrote = wrote;
  }
}
