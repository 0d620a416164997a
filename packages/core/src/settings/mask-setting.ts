import { settingFacts } from "../api/methods/settings-table.ts";

/** A setting's value for printing: secrets are masked, and so is the part of a URL that may hold one. */
export function maskSetting(key: string, value: unknown): unknown {
  if (typeof value !== "string" || value === "") return value;
  const secret = settingFacts(key)?.secret;
  // Settings that GREEN-API adds are judged by their names.
  if (secret === "value" || /token|secret|password/i.test(key)) return "***";
  return secret === "user and query" ? value.replace(/\/\/[^/@]*@/, "//***@").replace(/[?#].*$/s, "?***") : value;
}
