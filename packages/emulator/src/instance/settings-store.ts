import { settingsTable, type SettingsInput, type TypeInstance } from "@greenhook/core/api";
import type { Timers } from "../clock/timers.ts";

/** The settings that `getSettings` returns, without `wid` and `typeInstance`. */
export type StoredSettings = Readonly<Record<string, string | number>>;

/** An instance's settings. For a while after a write, the values in effect, those that `getSettings` shows and the written ones differ. */
export interface SettingsStore {
  /** The values that deliveries and flags use. */
  readonly inEffect: StoredSettings;
  /** The values in the result of `getSettings`. */
  readonly readable: StoredSettings;
  /** Writes some settings. Keys that the instance doesn't have are ignored. */
  write(changes: StoredSettings): void;
  /** Makes the next `write` change nothing, though `setSettings` acknowledges it. Observed at GREEN-API. */
  loseNextWrite(): void;
}

export function createSettingsStore(options: {
  readonly initial: StoredSettings;
  readonly timers: Timers;
  readonly takeEffectMilliseconds: number;
  readonly readBackMilliseconds: number;
  readonly onEffect: () => void;
}): SettingsStore {
  let written = options.initial;
  let inEffect = options.initial;
  let readable = options.initial;
  let losing = false;
  return {
    get inEffect() {
      return inEffect;
    },
    get readable() {
      return readable;
    },
    write(changes) {
      if (losing) {
        losing = false;
        return;
      }
      const known = Object.entries(changes).filter(([key]) => Object.hasOwn(written, key));
      const next = { ...written, ...Object.fromEntries(known) };
      written = next;
      options.timers.after(options.takeEffectMilliseconds, () => {
        inEffect = next;
        options.onEffect();
      });
      const show = (): void => {
        readable = next;
      };
      if (options.readBackMilliseconds === 0) show();
      else options.timers.after(options.readBackMilliseconds, show);
    },
    loseNextWrite() {
      losing = true;
    },
  };
}

/** The settings of a new instance. Which keys exist depends on the messenger. */
export function defaultSettingsOf(typeInstance: TypeInstance): StoredSettings {
  const stored: Record<string, string | number> = {};
  for (const [key, { default: value, listedBy }] of Object.entries(settingsTable)) {
    if (value !== undefined && listedBy.includes(typeInstance)) stored[key] = value;
  }
  return stored;
}

/** Settings in their stored form, flags as `"yes"` and `"no"`. */
export function storedSettingsOf(settings: SettingsInput = {}): StoredSettings {
  const stored: Record<string, string | number> = {};
  for (const [key, value] of Object.entries<string | number | boolean | undefined>(settings)) {
    if (value !== undefined) stored[key] = typeof value === "boolean" ? (value ? "yes" : "no") : value;
  }
  return stored;
}
