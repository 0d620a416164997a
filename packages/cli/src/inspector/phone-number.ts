/** What looks like a phone number in a text: eight to seventeen digits, with what people write between them; no part of a word. */
export const phoneNumber: RegExp = /(?<![\w•])\+?\(?\d(?:[ ().-]{0,3}\d){7,16}(?!\w)/g;

/** Whether such a number is a date and time, which nobody answers. */
export function isDate(number: string): boolean {
  return /^(19|20)\d\d-\d\d-\d\d/.test(number);
}
