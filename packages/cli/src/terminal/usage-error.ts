/** Commander's message about wrong arguments, as one line without the value of an option, which may be a token. */
export function usageError(text: string): string {
  const message = text
    .trim()
    .replace(/\n\(Did you mean ([^]*?)\?\)$/, (_, names: string) => `; did you mean ${names.replace(/^one of /, "")}?`)
    .replace(/^(error: unknown option '[^=']*)=[^]*?'/, "$1=…'");
  if (!message.startsWith("error: unknown ")) return message;
  return `${message}${message.endsWith("?") ? "" : ";"} see --help`;
}
