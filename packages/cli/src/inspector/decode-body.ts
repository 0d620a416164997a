/** The text of a body, without a byte order mark; `undefined` if it isn't UTF-8. */
export function decodeBody(body: Uint8Array | undefined): string | undefined {
  if (body === undefined) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
