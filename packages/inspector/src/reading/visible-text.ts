/** Bidirectional and invisible characters as JSON escapes. */
export function visible(text: string): string {
  return text.replace(/(?!\u200C|\u200D|\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) =>
    character.codePointAt(0)! > 0xffff
      ? `\\u{${character.codePointAt(0)!.toString(16)}}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The start of a text, and its length if it is cut. */
export function cut(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)}… (${text.length} characters)`;
}
