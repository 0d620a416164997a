/** An id of 20 characters that only depends on the content: the same call gives the same id, another content another one. */
export function idOf(content: unknown, typeInstance: string): string {
  const text = JSON.stringify(content);
  const parts = [0x811c9dc5, 0x01000193].map((seed) => fnv(text, seed));
  if (typeInstance !== "whatsapp")
    return `17${parts
      .map((part) => part.toString().padStart(10, "0"))
      .join("")
      .slice(0, 16)}`;
  return `3EB0${parts.map((part) => part.toString(16).padStart(8, "0")).join("")}`.toUpperCase();
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
