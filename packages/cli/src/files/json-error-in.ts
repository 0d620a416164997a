/**
 * Why a text isn't JSON and where, as `unexpected token at line 2, column 12`, without the text itself, which an engine's own message may
 * quote. `undefined` for JSON.
 */
export function jsonErrorIn(text: string): string | undefined {
  if (text.trim() === "") return "it is empty";
  if (failureIn(text) === undefined) return undefined;
  // Engines don't always give a position: the error follows the longest prefix that could be continued to JSON.
  let position = 0;
  for (let end = text.length; position < end;) {
    const middle = Math.ceil((position + end) / 2);
    if (isPrefix(text.slice(0, middle))) position = middle;
    else end = middle - 1;
  }
  if (position === text.length) return "it ends too early";
  const lines = text.slice(0, position).split("\n");
  const line = text.trim().includes("\n") ? `line ${lines.length}, ` : "";
  return `unexpected token at ${line}column ${lines.at(-1)!.length + 1}`;
}

function isPrefix(text: string): boolean {
  const message = failureIn(text);
  if (message === undefined) return true;
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === undefined ? /unexpected end/i.test(message) : Number(position) >= text.length;
}

function failureIn(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as SyntaxError).message;
  }
}
