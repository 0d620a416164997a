import { EventEmitter } from "node:events";
import type { LoggedDelivery } from "./logged-delivery.ts";
import { isUnauthenticated } from "../page/inspector-messages.ts";

/** How much a {@link DeliveryLog} keeps. */
export interface DeliveryLogLimits {
  /** Deliveries. @default 10000 */
  readonly capacity?: number;
  /** Those of them that were refused before authentication, which anyone can cause: they must not push out the others. @default 500 */
  readonly unauthenticatedCapacity?: number;
  /** Bytes of all bodies together. @default 67108864 (64 MiB) */
  readonly maxBytes?: number;
}

/** The last deliveries, in bounded memory: the oldest make room. */
export class DeliveryLog {
  readonly capacity: number;
  readonly unauthenticatedCapacity: number;
  readonly #maxBytes: number;
  readonly #events = new EventEmitter<{ added: [] }>().setMaxListeners(0);
  /** By ascending id; some ids are missing. */
  #deliveries: LoggedDelivery[] = [];
  #unauthenticated = 0;
  #next = 1;
  #bytes = 0;

  constructor({ capacity = 10_000, unauthenticatedCapacity = 500, maxBytes = 64 * 1024 * 1024 }: DeliveryLogLimits = {}) {
    this.capacity = capacity;
    this.unauthenticatedCapacity = unauthenticatedCapacity;
    this.#maxBytes = maxBytes;
  }

  /** The id of the next delivery. */
  get nextId(): number {
    return this.#next;
  }

  /** The bytes of all bodies held. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds one; its id must be `nextId`. The newest is kept, however large. */
  add(delivery: LoggedDelivery): void {
    this.#deliveries.push(delivery);
    this.#next++;
    this.#bytes += delivery.body?.byteLength ?? 0;
    if (isUnauthenticated(delivery.row) && ++this.#unauthenticated > this.unauthenticatedCapacity)
      this.#drop(this.#deliveries.findIndex(({ row }) => isUnauthenticated(row)));
    while (this.#deliveries.length > this.capacity || (this.#bytes > this.#maxBytes && this.#deliveries.length > 1)) this.#drop(0);
    this.#events.emit("added");
  }

  /** One by its id, if it is still here. */
  get(id: number): LoggedDelivery | undefined {
    const found = this.#deliveries[this.#indexFrom(id)];
    return found?.row.id === id ? found : undefined;
  }

  /** Those from an id on, at most `limit` of them. */
  from(id: number, limit: number): LoggedDelivery[] {
    const start = this.#indexFrom(id);
    return this.#deliveries.slice(start, start + limit);
  }

  /** Forgets all of them. Ids go on counting. */
  clear(): void {
    this.#deliveries = [];
    this.#unauthenticated = 0;
    this.#bytes = 0;
  }

  /** Calls back after each that is added. Returns a function that unsubscribes. */
  onAdded(listener: () => void): () => void {
    this.#events.on("added", listener);
    return () => void this.#events.off("added", listener);
  }

  /** The index of the first delivery whose id isn't smaller. */
  #indexFrom(id: number): number {
    let low = 0;
    let high = this.#deliveries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#deliveries[middle]!.row.id < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #drop(index: number): void {
    const [dropped] = index === 0 ? [this.#deliveries.shift()] : this.#deliveries.splice(index, 1);
    this.#bytes -= dropped?.body?.byteLength ?? 0;
    if (dropped !== undefined && isUnauthenticated(dropped.row)) this.#unauthenticated--;
  }
}
