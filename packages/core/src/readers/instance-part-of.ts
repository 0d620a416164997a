/** An `idInstance` as a part of a key; `0` in place of anything but digits. */
export function instancePartOf(idInstance: unknown): string {
  const text = typeof idInstance === "number" ? String(idInstance) : idInstance;
  return typeof text === "string" && /^\d{1,20}$/.test(text) ? text : "0";
}
