/** Whether a text is the marker of an undecryptable message or file, such as `{{SWE001}}`, braces included. */
export function isMarker(text: string): boolean {
  return text.startsWith("{{SWE") && /^\{\{SWE\d+\}\}$/.test(text);
}
