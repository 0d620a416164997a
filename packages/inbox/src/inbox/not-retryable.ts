/**
 * Thrown by a handler that a retry wouldn't help: the item is dead at once. Where several handlers of one notification fail, it is dead only if
 * each of them threw this.
 *
 * @example
 * if (!customers.has(sender)) throw new NotRetryable("No such customer");
 */
export class NotRetryable extends Error {
  override readonly name: string = "NotRetryable";
}
