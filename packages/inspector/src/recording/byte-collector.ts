/** Joins chunks as they arrive: a million of one byte take the memory of a megabyte. */
export class ByteCollector {
  #bytes = Buffer.alloc(0);
  #length = 0;

  /** Copies a chunk. */
  add(chunk: Uint8Array): void {
    const length = this.#length + chunk.byteLength;
    if (length > this.#bytes.byteLength) {
      const larger = Buffer.alloc(Math.max(length, this.#bytes.byteLength * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = length;
  }

  /** A copy of what was collected; `undefined` for nothing. */
  get bytes(): Uint8Array | undefined {
    return this.#length === 0 ? undefined : Buffer.from(this.#bytes.subarray(0, this.#length));
  }
}
