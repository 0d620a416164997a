/** A message id derived from the content: equal content has an equal id, other content another one. */
export function idOf(content: unknown, typeInstance: string): string {
  const text = JSON.stringify(content);
  const hashes = [0x811c9dc5, 0x01000193].map((seed) => fnv1a(text, seed));
  if (typeInstance === "whatsapp") return `3EB0${hashes.map((hash) => hash.toString(16).padStart(8, "0")).join("")}`.toUpperCase();
  const digits = hashes.map((hash) => hash.toString().padStart(10, "0")).join("");
  return `17${digits.slice(0, 16)}`;
}

function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
