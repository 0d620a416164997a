/**
 * A text with its phone numbers masked but for their last four digits, and its credentials masked whole. Numbers with a word's letters
 * around them, as in an `idMessage`, are left alone.
 */
export function maskText(text: string): string {
  if (!/\d{4}|\d\D\d|bearer|basic/i.test(text)) return text;
  return text.replace(/\b(bearer|basic) +[^\s"'\\]+/gi, "$1 •••").replace(/(?<![\w•])\+?\(?\d(?:[ ().-]{0,3}\d){7,16}(?!\w)/g, (number) => {
    // A date isn't a number that anybody answers.
    if (/^(19|20)\d\d-\d\d-\d\d/.test(number)) return number;
    return `•••${number.replace(/\D/g, "").slice(-4)}`;
  });
}
