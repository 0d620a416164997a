/** Whether a text is the marker of an undecryptable message or file, such as `{{SWE001}}`, braces included. */
export function isMarker(text: string): boolean {
  return /^\{\{SWE\d+\}\}$/.test(text);
}
