import type { Timers } from "../clock/timers.ts";
import type { StoredSettings } from "./default-settings.ts";

/** An instance's settings, of which what was written, what can be read and what is in effect may differ for a while. */
export interface SettingsStore {
  /** What deliveries and flags go by. */
  readonly inEffect: StoredSettings;
  /** What `getSettings` shows. */
  readonly readable: StoredSettings;
  /** Writes some of them. Keys the instance doesn't have are ignored. */
  write(changes: StoredSettings): void;
  /** Makes the next `write` change nothing, though it was acknowledged: seen at GREEN-API. */
  loseNextWrite(): void;
}

/** Settings that take effect, and can be read back, only some time after they were written. */
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
