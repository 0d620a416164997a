/**
 * A function that gives each phone number in a text a made-up one, the same for the same number, so that what is copied can be kept in a
 * project: 79000000001, 79000000002, …
 */
export function withMadeUpNumbers(): (text: string) => string {
  const made = new Map<string, string>();
  return (text) =>
    text.replace(/(?<![\w.])\+?\d{10,15}(?=@|(?![\w.]))/g, (number) => {
      // A UNIX timestamp isn't a number that anybody answers.
      if (/^1\d{9}$/.test(number) && !number.startsWith("+")) return number;
      let other = made.get(number);
      if (other === undefined) {
        other = `7900${String(made.size + 1).padStart(7, "0")}`;
        made.set(number, other);
      }
      return other;
    });
}
