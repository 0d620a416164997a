/** What is stored of an error: the start of its message, in characters that every engine can hold. */
export function errorText(error: unknown): string {
  let message: string;
  try {
    message = error instanceof Error ? error.message : String(error);
  } catch {
    // An object that can't be made a string.
    message = "unknown error";
  }
  return message.slice(0, 500).toWellFormed().replaceAll("\0", "\uFFFD");
}
