/**
 * Why a text isn't JSON and where, as `…, at column 12`, without quoting it: an engine's own message may hold what the text holds.
 * `undefined` for JSON.
 */
export function jsonErrorIn(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const { message } = error as SyntaxError;
    if (text.trim() === "") return "it is empty";
    const position = /at position (\d+)/.exec(message)?.[1];
    const reason = /unexpected end|unterminated/i.test(message) ? "it ends too early" : "something stands there that JSON doesn't have";
    return position === undefined ? `${reason}, at its end` : `${reason}, at column ${Number(position) + 1}`;
  }
}
