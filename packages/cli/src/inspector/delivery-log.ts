import { EventEmitter } from "node:events";
import type { LoggedDelivery } from "./logged-delivery.ts";

/** How much a {@link DeliveryLog} keeps. */
export interface DeliveryLogLimits {
  /** Deliveries. Default: 10,000. */
  readonly capacity?: number;
  /** Bytes of their bodies together. Default: 64 MiB. */
  readonly maxBytes?: number;
}

/** The last deliveries, in bounded memory: the oldest make room. */
export class DeliveryLog {
  readonly capacity: number;
  readonly #maxBytes: number;
  readonly #events = new EventEmitter<{ added: [] }>().setMaxListeners(0);
  /** A ring: a delivery's place is its id modulo the capacity. */
  readonly #ring: (LoggedDelivery | undefined)[] = [];
  #oldest = 1;
  #next = 1;
  #bytes = 0;

  constructor({ capacity = 10_000, maxBytes = 64 * 1024 * 1024 }: DeliveryLogLimits = {}) {
    this.capacity = capacity;
    this.#maxBytes = maxBytes;
  }

  /** The id that the next one gets. */
  get nextId(): number {
    return this.#next;
  }

  /** The id of the oldest one that is still here; `nextId` where there is none. */
  get oldestId(): number {
    return this.#oldest;
  }

  /** The bytes of all bodies held. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds one; its id must be `nextId`. The newest is kept, however large. */
  add(delivery: LoggedDelivery): void {
    if (this.#next - this.#oldest >= this.capacity) this.#drop();
    this.#ring[delivery.row.id % this.capacity] = delivery;
    this.#next++;
    this.#bytes += delivery.body?.byteLength ?? 0;
    while (this.#bytes > this.#maxBytes && this.#oldest < this.#next - 1) this.#drop();
    this.#events.emit("added");
  }

  /** One by its id, if it is still here. */
  get(id: number): LoggedDelivery | undefined {
    return id >= this.#oldest && id < this.#next ? this.#ring[id % this.capacity] : undefined;
  }

  /** Those from an id on, at most `limit` of them. */
  from(id: number, limit: number): LoggedDelivery[] {
    const found: LoggedDelivery[] = [];
    for (let at = Math.max(id, this.#oldest); at < this.#next && found.length < limit; at++) found.push(this.#ring[at % this.capacity]!);
    return found;
  }

  /** Forgets all of them. Ids go on counting. */
  clear(): void {
    while (this.#oldest < this.#next) this.#drop();
  }

  /** Calls back after each that is added. Returns what ends it. */
  onAdded(listener: () => void): () => void {
    this.#events.on("added", listener);
    return () => void this.#events.off("added", listener);
  }

  #drop(): void {
    const place = this.#oldest % this.capacity;
    this.#bytes -= this.#ring[place]?.body?.byteLength ?? 0;
    this.#ring[place] = undefined;
    this.#oldest++;
  }
}
