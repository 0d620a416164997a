import type { DeliveryStore } from "./delivery-store.ts";
import { byId, element } from "./element.ts";
import { showRow } from "./row-view.ts";

/** A row has two lines, on a phone three: as high as the style makes it. */
const phone = matchMedia("(max-width: 760px)");
const overscan = 6;

interface Slot {
  readonly element: HTMLElement;
  id: number;
}

/** The list of deliveries. Only the rows in sight are in the document, whatever the number of deliveries. */
export class RowList {
  readonly #store: DeliveryStore;
  readonly #list: HTMLDivElement = byId("list", HTMLDivElement);
  readonly #spacer: HTMLDivElement = byId("spacer", HTMLDivElement);
  readonly #slots = new Map<number, Slot>();
  readonly #onOpen: (id: number) => void;
  #selected: number | undefined;
  #rowHeight = heightOfRow();
  reveal = false;

  constructor(store: DeliveryStore, onOpen: (id: number) => void) {
    this.#store = store;
    this.#onOpen = onOpen;
    this.#list.addEventListener("scroll", () => this.render(), { passive: true });
    this.#list.addEventListener("keydown", (event) => this.#onKey(event));
    phone.addEventListener("change", () => {
      this.#rowHeight = heightOfRow();
      this.update();
    });
    new ResizeObserver(() => this.render()).observe(this.#list);
  }

  /** The id of the row that the keys move. */
  get selected(): number | undefined {
    return this.#selected;
  }

  /** How far it is scrolled, in rows. */
  get rowsAbove(): number {
    return Math.round(this.#list.scrollTop / this.#rowHeight);
  }

  /** Shows what the store has. Rows that came in above leave those in sight where they are. */
  update(added = 0): void {
    this.#spacer.style.height = `${this.#store.shownSize * this.#rowHeight}px`;
    if (added > 0 && this.#list.scrollTop > this.#rowHeight / 2) this.#list.scrollTop += added * this.#rowHeight;
    this.render(added === 0);
  }

  /** Draws the rows in sight; `anew` where what they show may have changed. */
  render(anew = false): void {
    const { scrollTop, clientHeight } = this.#list;
    const first = Math.max(0, Math.floor(scrollTop / this.#rowHeight) - overscan);
    const last = Math.min(this.#store.shownSize, Math.ceil((scrollTop + clientHeight) / this.#rowHeight) + overscan);
    const rows = Array.from({ length: Math.max(0, last - first) }, (_, offset) => this.#store.shownAt(first + offset)!);
    // A row keeps its element while it stays in sight, so that little is drawn again.
    const inSight = new Set(rows.map(({ id }) => id));
    const free = [...this.#slots.values()].filter(({ id }) => !inSight.has(id));
    for (const { id } of free) this.#slots.delete(id);
    for (const [offset, row] of rows.entries()) {
      const held = this.#slots.get(row.id);
      const slot = held ?? free.pop() ?? this.#newSlot();
      if (held === undefined || anew) showRow(slot.element, row, this.reveal);
      slot.id = row.id;
      this.#slots.set(row.id, slot);
      slot.element.id = `row-${row.id}`;
      slot.element.style.transform = `translateY(${(first + offset) * this.#rowHeight}px)`;
      slot.element.setAttribute("aria-selected", String(row.id === this.#selected));
      slot.element.setAttribute("aria-posinset", String(first + offset + 1));
      slot.element.setAttribute("aria-setsize", String(this.#store.shownSize));
    }
    for (const slot of free) slot.element.remove();
    if (this.#selected !== undefined && this.#slots.has(this.#selected))
      this.#list.setAttribute("aria-activedescendant", `row-${this.#selected}`);
    else this.#list.removeAttribute("aria-activedescendant");
  }

  /** Moves the selection, and scrolls to it. */
  select(id: number): void {
    this.#selected = id;
    const index = this.#store.indexOf(id);
    const { scrollTop, clientHeight } = this.#list;
    if (index >= 0 && index * this.#rowHeight < scrollTop) this.#list.scrollTop = index * this.#rowHeight;
    if (index >= 0 && (index + 1) * this.#rowHeight > scrollTop + clientHeight)
      this.#list.scrollTop = (index + 1) * this.#rowHeight - clientHeight;
    this.render();
  }

  /** The id of the first row in sight. */
  get first(): number | undefined {
    return this.#store.shownAt(this.rowsAbove)?.id;
  }

  /** Goes to a row, if it is there. */
  goTo(id: number): void {
    const index = this.#store.indexOf(id);
    if (index >= 0) this.#list.scrollTop = index * this.#rowHeight;
    this.render();
  }

  /** Goes back to the newest. */
  toTop(): void {
    this.#list.scrollTop = 0;
    this.render();
  }

  /** Takes the keyboard. */
  focus(): void {
    this.#list.focus();
  }

  #newSlot(): Slot {
    const made = element("div", { class: "row", attributes: { role: "option" } });
    const slot: Slot = { element: made, id: -1 };
    made.addEventListener("click", () => {
      this.select(slot.id);
      this.#onOpen(slot.id);
    });
    this.#spacer.append(made);
    return slot;
  }

  #onKey(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.#list.clientHeight / this.#rowHeight) - 1);
    const at = this.#selected === undefined ? -1 : this.#store.indexOf(this.#selected);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: this.#store.shownSize - 1,
    };
    const to = steps[event.key];
    if (event.key === "Enter" && this.#selected !== undefined) this.#onOpen(this.#selected);
    else if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    else {
      const row = this.#store.shownAt(Math.min(this.#store.shownSize - 1, Math.max(0, to)));
      if (row !== undefined) this.select(row.id);
    }
    event.preventDefault();
  }
}

function heightOfRow(): number {
  return phone.matches ? 74 : 54;
}
