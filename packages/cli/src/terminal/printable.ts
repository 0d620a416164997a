/**
 * A text from outside, safe for a terminal: control characters (so escape sequences too) and bidirectional marks become `\\u{…}`, and a long
 * text is cut.
 */
export function printable(text: string, maxLength = 120): string {
  const safe = text.slice(0, maxLength).replace(unsafe, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
  return maxLength < text.length ? `${safe}… (${text.length} characters)` : safe;
}

/** Control and format characters, line and paragraph separators, halves of surrogate pairs; not the joiners that emoji are made with. */
const unsafe = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
