/** The common types, with the extensions that programs open them by; the first is the usual one. */
const extensionsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["image/jpeg", [".jpg", ".jpeg"]],
  ["image/png", [".png"]],
  ["image/webp", [".webp"]],
  ["image/gif", [".gif"]],
  ["video/mp4", [".mp4"]],
  ["audio/ogg", [".ogg", ".oga", ".opus"]],
  ["audio/mpeg", [".mp3"]],
  ["audio/mp4", [".m4a"]],
  ["application/pdf", [".pdf"]],
]);

/** The usual extension of a media type, with its dot; empty if the type isn't a common one. */
export function extensionOf(mediaType: string): string {
  return extensionsOf.get(mediaType.split(";")[0]?.trim().toLowerCase() ?? "")?.[0] ?? "";
}

/** The media type that a file's name tells; empty if the extension isn't a common one. */
export function mediaTypeOf(fileName: string): string {
  const name = fileName.toLowerCase();
  return [...extensionsOf].find(([, extensions]) => extensions.some((extension) => name.endsWith(extension)))?.[0] ?? "";
}
