/**
 * A text from outside, made fit for a terminal: control characters, escape sequences' beginnings among them, and the marks that reverse
 * the direction of writing are shown as `\\u{…}`, and only the first characters are shown of a long one.
 */
export function printable(text: string, longest = 120): string {
  const safe = text.slice(0, longest).replace(unsafe, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
  return longest < text.length ? `${safe}… (${text.length} characters)` : safe;
}

/** Control and format characters, line and paragraph separators, halves of surrogate pairs; not the joiners that emoji are made with. */
const unsafe = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
