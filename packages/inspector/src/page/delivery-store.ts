import { isUnauthenticated, type DeliveryRow } from "./inspector-messages.ts";

export interface Filter {
  /** Words that must all occur; one that begins with `-` must not. */
  readonly search: string;
  /** A `typeWebhook`; empty for all. */
  readonly kind: string;
  /** `problems`, `new`, `retried`, `replay`; empty for all. */
  readonly status: string;
}

interface StoredRow {
  readonly row: DeliveryRow;
  /** The searchable text in lower case. */
  readonly text: string;
}

/** The last deliveries, as many as the server keeps, and those of them that match the filter. */
export class DeliveryStore {
  capacity = 10_000;
  unauthenticatedCapacity = 500;
  /** All that ever occurred, so that a selected one stays selectable. */
  readonly kinds: Set<string> = new Set();
  #kept: StoredRow[] = [];
  #shown: DeliveryRow[] = [];
  #unauthenticated = 0;
  #filter: Filter = { search: "", kind: "", status: "" };
  #matches: (kept: StoredRow) => boolean = () => true;

  /** The number of deliveries, filtered or not. */
  get size(): number {
    return this.#kept.length;
  }

  /** The id of the newest one; 0 if there is none. */
  get newestId(): number {
    return this.#kept.at(-1)?.row.id ?? 0;
  }

  /** The number of deliveries that match the filter. */
  get shownSize(): number {
    return this.#shown.length;
  }

  /** A matching delivery by its index, 0 being the newest. */
  shownAt(index: number): DeliveryRow | undefined {
    return this.#shown[this.#shown.length - 1 - index];
  }

  /** The index among the matching deliveries, 0 being the newest; -1 if there is none with this id. */
  indexOf(id: number): number {
    // Ids are ascending.
    let low = 0;
    let high = this.#shown.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#shown[middle]!.id;
      if (found === id) return this.#shown.length - 1 - middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Adds newer ones. Returns how many of them match the filter. */
  add(rows: readonly DeliveryRow[]): number {
    let shown = 0;
    for (const row of rows) {
      const kept = { row, text: searchable(row) };
      this.#kept.push(kept);
      this.kinds.add(row.kind);
      if (isUnauthenticated(row)) this.#unauthenticated++;
      if (!this.#matches(kept)) continue;
      this.#shown.push(row);
      shown++;
    }
    this.#trim();
    return shown;
  }

  /** Sets the filter. */
  filter(filter: Filter): void {
    this.#filter = filter;
    this.#matches = matcher(filter);
    this.#shown = this.#kept.filter(this.#matches).map(({ row }) => row);
  }

  /** Forgets all with smaller ids. */
  forgetBefore(id: number): void {
    this.#keep(this.#kept.filter(({ row }) => row.id >= id));
  }

  /** In larger steps, to amortize the cost. */
  #trim(): void {
    if (this.#unauthenticated > this.unauthenticatedCapacity * 1.05) {
      let surplus = this.#unauthenticated - this.unauthenticatedCapacity;
      this.#keep(this.#kept.filter(({ row }) => !isUnauthenticated(row) || surplus-- <= 0));
    }
    if (this.#kept.length > this.capacity * 1.05) this.#keep(this.#kept.slice(-this.capacity));
  }

  #keep(kept: StoredRow[]): void {
    this.#kept = kept;
    this.#unauthenticated = kept.filter(({ row }) => isUnauthenticated(row)).length;
    this.filter(this.#filter);
  }
}

function searchable({ kind, typeMessage, chat, sender, name, text, outcome, code, status, source }: DeliveryRow): string {
  return [kind, typeMessage, chat, sender, name, text, outcome, code, status, source].join("\n").toLowerCase();
}

function matcher({ search, kind, status }: Filter): (kept: StoredRow) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = words.filter((word) => !word.startsWith("-")).map(alternatives);
  const unwanted = words.filter((word) => word.startsWith("-") && word.length > 1).map((word) => word.slice(1));
  return ({ row, text }) =>
    (kind === "" || row.kind === kind) &&
    hasStatus(row, status) &&
    wanted.every((forms) => forms.some((form) => text.includes(form))) &&
    !unwanted.some((word) => text.includes(word));
}

/** A phone number matches its masked form too. */
function alternatives(word: string): string[] {
  return /^\+?\d{8}/.test(word) ? [word, word.replace(/^\+?\d+(\d{4})/, "•••$1")] : [word];
}

function hasStatus(row: DeliveryRow, status: string): boolean {
  switch (status) {
    case "problems":
      return row.status !== 200 || row.outcome === "quarantined" || row.issues > 0;
    case "new":
      return row.outcome === "unknown" || row.unknownFields > 0;
    case "retried":
      return row.attempt > 1;
    case "replay":
      return row.source === "replay";
    default:
      return true;
  }
}
