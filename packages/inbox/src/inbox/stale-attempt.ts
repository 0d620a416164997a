/** Another attempt has the item, or it was erased, so this one can't complete it. Roll the transaction back. */
export class StaleAttempt extends Error {
  override readonly name: string = "StaleAttempt";
  /** The item's `id`. */
  readonly itemId: string;

  constructor(itemId: string) {
    super(`Cannot complete item "${itemId}": another attempt has it, or it was erased`);
    this.itemId = itemId;
  }
}
