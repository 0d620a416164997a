/** A contact's card, as WhatsApp writes it. */
export function vcardOf(displayName: string, phone: number): string {
  return `BEGIN:VCARD\nVERSION:3.0\nN:;${displayName};;;\nFN:${displayName}\nTEL;type=CELL;waid=${phone}:+${phone}\nEND:VCARD`;
}
