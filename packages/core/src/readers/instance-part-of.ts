/** An `idInstance` as a part of a key; `0` for what is none. */
export function instancePartOf(idInstance: unknown): string {
  const text = typeof idInstance === "number" ? String(idInstance) : idInstance;
  return typeof text === "string" && /^\d{1,20}$/.test(text) ? text : "0";
}
