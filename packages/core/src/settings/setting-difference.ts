import { settingsTable } from "../api/methods/settings-table.ts";
import type { Settings } from "../api/methods/settings.ts";

/** One setting that isn't as wanted. */
export interface SettingDifference {
  /** The setting's name. */
  readonly key: string;
  /** What it is. A `webhookUrlToken` is masked, of a `webhookUrl` the query is. */
  readonly before: unknown;
  /** What it shall be, masked in the same way. */
  readonly wanted: unknown;
}

/**
 * The wanted settings that are not as they are, in the order wanted. `"yes"` and `true` are the same, and so are a number and its digits, and
 * `""`, `null` and a missing text: GREEN-API shows a setting in more than one form.
 */
export function differenceOf(current: Settings, wanted: Readonly<Record<string, unknown>>): readonly SettingDifference[] {
  return Object.entries(wanted)
    .filter(([key, value]) => comparable(key, current[key]) !== comparable(key, value))
    .map(([key, value]) => ({ key, before: masked(key, current[key]), wanted: masked(key, value) }));
}

function comparable(key: string, value: unknown): string {
  const flag = Object.hasOwn(settingsTable, key) && settingsTable[key as keyof typeof settingsTable] === "flag";
  // A flag that isn't shown is off.
  if (value === undefined || value === null) return flag ? "no" : "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function masked(key: string, value: unknown): unknown {
  if (typeof value !== "string" || value === "") return value;
  if (key === "webhookUrlToken") return "***";
  return key === "webhookUrl" ? value.replace(/\/\/[^/@]*@/, "//***@").replace(/[?#].*$/s, "?***") : value;
}
