import { settingFacts } from "../api/methods/settings-table.ts";
import type { Settings } from "../api/methods/settings.ts";
import { maskSetting } from "./mask-setting.ts";

/** A setting whose value differs from the wanted one. */
export interface SettingDifference {
  readonly key: string;
  /** The current value. Secrets are masked, and so are the user and the query of a URL. */
  readonly before: unknown;
  /** The wanted value, masked in the same way. */
  readonly wanted: unknown;
}

/**
 * The wanted settings that differ from the current ones, in the order wanted. GREEN-API shows a setting in more than one form: `"yes"`, `"Yes"`
 * and `true` are equal, and so are a number and its digits, a `webhookUrl` with and without a slash at the end of its path, and `""`, `null` and
 * a missing text.
 */
export function differenceOf(current: Settings, wanted: Readonly<Record<string, unknown>>): readonly SettingDifference[] {
  return Object.entries(wanted)
    .filter(([key, value]) => comparable(key, current[key]) !== comparable(key, value))
    .map(([key, value]) => ({ key, before: maskSetting(key, current[key]), wanted: maskSetting(key, value) }));
}

function comparable(key: string, value: unknown): string {
  const kind = settingFacts(key)?.kind;
  // A flag that isn't shown is off.
  if (value === undefined || value === null) return kind === "flag" ? "no" : "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "string") return JSON.stringify(value) ?? "";
  if (key === "webhookUrl") return withoutSlash(value);
  return kind !== "text" && /^(yes|no)$/i.test(value) ? value.toLowerCase() : value;
}

/** Without the slashes at the end of the path, whatever query follows. */
function withoutSlash(url: string): string {
  const queryAt = url.search(/[?#]/);
  const path = queryAt === -1 ? url : url.slice(0, queryAt);
  let end = path.length;
  while (path[end - 1] === "/") end--;
  return path.slice(0, end) + url.slice(path.length);
}
