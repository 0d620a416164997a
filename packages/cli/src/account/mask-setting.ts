/** A setting's value fit to be printed: tokens whole, of addresses whatever may carry a secret. */
export function maskSetting(key: string, value: unknown): unknown {
  if (typeof value !== "string" || value === "") return value;
  if (/token|secret|password/i.test(key) || key === "proxyInstance") return "***";
  return key === "webhookUrl" ? value.replace(/\/\/[^/@]*@/, "//***@").replace(/[?#].*$/s, "?***") : value;
}
