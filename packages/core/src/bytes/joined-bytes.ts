/** Joins pieces as they arrive: memory follows the bytes, however small the pieces are. */
export class JoinedBytes {
  #bytes: Uint8Array = new Uint8Array(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(piece: Uint8Array): void {
    const before = this.#length;
    this.#length += piece.byteLength;
    // Most bodies are one piece, which is kept as it is.
    if (before === 0) this.#bytes = piece;
    else {
      if (this.#length > this.#bytes.byteLength) this.#grow(before);
      this.#bytes.set(piece, before);
    }
  }

  /** Everything added so far. */
  joined(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(before: number): void {
    const larger = new Uint8Array(this.#length * 2);
    larger.set(this.#bytes.subarray(0, before));
    this.#bytes = larger;
  }
}
