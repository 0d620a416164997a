/** Whether a text is the marker that stands for what couldn't be decrypted, such as `{{SWE001}}`, braces included. */
export function isMarker(text: string): boolean {
  return text.startsWith("{{SWE") && /^\{\{SWE\d+\}\}$/.test(text);
}
