/** A setting for printing: tokens are masked, and the parts of a URL that may hold a secret. */
export function maskSetting(key: string, value: unknown): unknown {
  if (typeof value !== "string" || value === "") return value;
  if (/token|secret|password/i.test(key) || key === "proxyInstance") return "***";
  return key === "webhookUrl" ? value.replace(/\/\/[^/@]*@/, "//***@").replace(/[?#].*$/s, "?***") : value;
}
