import { ApiValidationError } from "./api-error.ts";
import { settingFacts } from "../methods/settings-table.ts";

/**
 * Settings as GREEN-API takes them: booleans of known flags become `"yes"` and `"no"`.
 *
 * @throws {ApiValidationError} a read-only key, a wrong type, or no key at all; the value is not in the error
 */
export function wireSettings(settings: object, method = "setSettings"): Readonly<Record<string, unknown>> {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  if (given.length === 0) throw new ApiValidationError({ method, detail: "at least one setting is needed" });
  return Object.fromEntries(given.map(([key, value]) => [key, wireSetting(key, value, method)]));
}

function wireSetting(key: string, value: unknown, method: string): unknown {
  const kind = settingFacts(key)?.kind;
  if (kind === "flag" && typeof value === "boolean") return value ? "yes" : "no";
  const expected =
    kind === "read only"
      ? "not be set: it can only be read"
      : kind === "flag" && value !== "yes" && value !== "no"
        ? 'be "yes", "no" or a boolean'
        : kind === "text" && typeof value !== "string"
          ? "be of type string"
          : kind === "number" && !(typeof value === "number" && Number.isFinite(value))
            ? "be a finite number"
            : undefined;
  if (expected !== undefined) throw new ApiValidationError({ method, key, expected });
  return value;
}
