/**
 * A text in the form in which texts are compared: without blanks around it, and the same for upper and lower case. Lower case first, since some letters
 * (ẞ) have no other way to the form that they share (SS).
 */
export function foldCase(text: string): string {
  return text.trim().normalize("NFC").toLowerCase().toUpperCase();
}

/** Tells which folded texts are this one. It may be megabytes long: it is folded once, and only to compare it with one of about its length. */
export function toComparison(text: string): (folded: string) => boolean {
  const trimmed = text.trim();
  let own: string | undefined;
  // Folding makes four characters one at most.
  return (folded) => trimmed.length <= 4 * folded.length && (own ??= foldCase(trimmed)) === folded;
}
