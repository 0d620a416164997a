import type { SettingsInput } from "@greenhook/core/api";
import type { StoredSettings } from "./default-settings.ts";

/** Settings as they are stored: flags as `"yes"` and `"no"`. */
export function storedSettingsOf(settings: SettingsInput = {}): StoredSettings {
  const stored: Record<string, string | number> = {};
  for (const [key, value] of Object.entries<string | number | boolean | undefined>(settings)) {
    if (value !== undefined) stored[key] = typeof value === "boolean" ? (value ? "yes" : "no") : value;
  }
  return stored;
}
