import { check } from "../methods/value-check.ts";
import { encodePart } from "./encode-part.ts";

/**
 * GREEN-API's words about a refused input, made safe for an error message: without anything that was sent, without the token (whole, in part, in
 * other case or in base64), without URLs and paths (GREEN-API's own hold the token), without long numbers (phone numbers, chat ids), and short.
 */
export function safeDetail(text: string, token: string, input: unknown): string {
  const words = text
    .slice(0, 1_000)
    .split(/\s+/)
    .map((word) => (word.includes("://") || /wainstance/i.test(word) ? "…" : word))
    .join(" ");
  return without(withoutPieces(words, token), [token, ...textsIn(input, 0)])
    .replace(/\+?\d[\d ().-]{3,}\d/g, "…")
    .slice(0, 200)
    .trim();
}

/** Shorter secrets tell nothing, and ordinary words would contain them. The same holds for pieces of a token. */
const minSecretLength = 4;
const minPieceLength = 6;

/** Replaces each word that contains a piece of the token, in any case, encoded for URLs or in base64. */
function withoutPieces(text: string, token: string): string {
  const pieces = [token, encodePart(token), ...base64Of(token)].flatMap((form) => piecesOf(lowerCase(form)));
  return text.replace(/[\w+/=%.-]+/g, (word) => (pieces.some((piece) => lowerCase(word).includes(piece)) ? "…" : word));
}

/** Every piece of a text; none of a text that is shorter than a piece. */
function piecesOf(text: string): readonly string[] {
  const count = Math.max(0, text.length - minPieceLength + 1);
  return Array.from({ length: count }, (_, index) => text.slice(index, index + minPieceLength));
}

/** A text's base64 after 0, 1 and 2 other bytes. */
function base64Of(text: string): readonly string[] {
  const bytes = [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join("");
  return ["", " ", "  "].map((before) => btoa(before + bytes));
}

/** Replaces each stretch of a text that consists of secrets, whatever their case. */
function without(text: string, secrets: readonly string[]): string {
  const lower = lowerCase(text);
  const hidden = new Set<number>();
  for (const secret of new Set(secrets.filter(({ length }) => length >= minSecretLength).map(lowerCase))) {
    for (let at = lower.indexOf(secret); at !== -1; at = lower.indexOf(secret, at + 1)) {
      for (let index = at; index < at + secret.length; index += 1) hidden.add(index);
    }
  }
  let shown = "";
  for (let index = 0; index < text.length; index += 1) {
    if (!hidden.has(index)) shown += text[index];
    else if (!hidden.has(index - 1)) shown += "…";
  }
  return shown;
}

/** Keeps every character at its place, unlike `toLowerCase`. */
function lowerCase(text: string): string {
  return text.replace(/[^a-z\d\s]/g, (character) => (character.toLowerCase().length === 1 ? character.toLowerCase() : character));
}

/** Every text in a value, and every word of it. */
function textsIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === "string") return [value, encodePart(value), ...value.split(/\s+/)];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null || depth > 8) return [];
  // Of a file only its name is looked at: a stream holds half of its runtime.
  if (check.file.holds(value)) return "name" in value ? textsIn(value.name, depth + 1) : [];
  return Object.values(value).flatMap((item: unknown) => textsIn(item, depth + 1));
}
