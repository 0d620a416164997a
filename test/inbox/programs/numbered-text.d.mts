/** A text message's JSON: the same for the same prefix and number, in one of so many chats, about as long as real ones. */
export function numberedText(prefix: string, number: number, chats?: number): string;
