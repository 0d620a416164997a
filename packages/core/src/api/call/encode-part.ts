/** A part of a URL, encoded. Half of a surrogate pair, which `encodeURIComponent` throws at, becomes U+FFFD. */
export function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
