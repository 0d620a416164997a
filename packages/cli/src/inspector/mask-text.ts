/**
 * A text with its phone numbers masked but for their last four digits, and its credentials masked whole. Numbers with a word's letters
 * around them, as in an `idMessage`, are left alone.
 */
export function maskText(text: string): string {
  if (!/\d{4}|bearer|basic/i.test(text)) return text;
  return text.replace(/\b(bearer|basic) +[^\s"'\\]+/gi, "$1 •••").replace(/(?<![\w•])\+?\(?\d[\d ()-]{6,18}\d(?!\w)/g, (number) => {
    const digits = number.replace(/\D/g, "");
    return digits.length < 8 ? number : `•••${digits.slice(-4)}`;
  });
}
