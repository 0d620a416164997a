import { ApiError } from "../api/call/api-error.ts";
import type { SettingDifference } from "./setting-difference.ts";

/** GREEN-API answered `saveSettings: false`: nothing was changed. Try again later, or ask its support. */
export class SettingsRefusedError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "SettingsRefusedError";
}

/** The settings were sent, and yet aren't as wanted when the time was over. They may still come to be: read them again later. */
export class SettingsNotAppliedError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "SettingsNotAppliedError";
  /** What still differs; tokens are masked. Empty where the settings couldn't be read back. */
  readonly difference: readonly SettingDifference[];
  /** Whether they were sent: `false` where the instance took no settings all the time. */
  readonly wrote: boolean;

  constructor({ detail, difference, wrote }: { detail: string; difference: readonly SettingDifference[]; wrote: boolean }) {
    super({ method: "setSettings", detail });
    this.difference = difference;
    this.wrote = wrote;
  }
}
