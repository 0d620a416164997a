import { settingsTable, type TypeInstance } from "@greenhook/core/api";

/** The settings that `getSettings` returns, without `wid` and `typeInstance`. */
export type StoredSettings = Readonly<Record<string, string | number>>;

/** The settings of a new instance. The messenger decides which keys there are. */
export function defaultSettingsOf(typeInstance: TypeInstance): StoredSettings {
  const stored: Record<string, string | number> = {};
  for (const [key, { default: value, listedBy }] of Object.entries(settingsTable)) {
    if (value !== undefined && listedBy.includes(typeInstance)) stored[key] = value;
  }
  return stored;
}
