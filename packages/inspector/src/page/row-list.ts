import type { DeliveryStore } from "./delivery-store.ts";
import { byId, element } from "./element.ts";
import { showRow } from "./row-view.ts";

/** Rows are higher on a phone: see the style sheet. */
const phone = matchMedia("(max-width: 760px)");
const overscan = 6;

interface Slot {
  readonly element: HTMLElement;
  id: number;
}

/** The list of deliveries. Only the visible rows are in the document. */
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
    this.#list.addEventListener("keydown", (event) => this.handleKey(event));
    phone.addEventListener("change", () => {
      this.#rowHeight = heightOfRow();
      this.update();
    });
    new ResizeObserver(() => this.render()).observe(this.#list);
  }

  /** The id of the selected row. */
  get selected(): number | undefined {
    return this.#selected;
  }

  /** The number of rows above the visible ones. */
  get rowsAbove(): number {
    return Math.round(this.#list.scrollTop / this.#rowHeight);
  }

  /** Shows the rows of the store. Those added above don't move the visible ones. */
  update(added = 0): void {
    this.#spacer.style.height = `${this.#store.shownSize * this.#rowHeight}px`;
    if (added > 0 && this.#list.scrollTop > this.#rowHeight / 2) this.#list.scrollTop += added * this.#rowHeight;
    this.render(added === 0);
  }

  /** Renders the visible rows; `force` if the content of rows may have changed. */
  render(force = false): void {
    const { scrollTop, clientHeight } = this.#list;
    const first = Math.max(0, Math.floor(scrollTop / this.#rowHeight) - overscan);
    const last = Math.min(this.#store.shownSize, Math.ceil((scrollTop + clientHeight) / this.#rowHeight) + overscan);
    const rows = Array.from({ length: Math.max(0, last - first) }, (_, offset) => this.#store.shownAt(first + offset)!);
    // A row keeps its element while it is visible, so that little is rendered again.
    const visible = new Set(rows.map(({ id }) => id));
    const free = [...this.#slots.values()].filter(({ id }) => !visible.has(id));
    for (const { id } of free) this.#slots.delete(id);
    for (const [offset, row] of rows.entries()) {
      const held = this.#slots.get(row.id);
      const slot = held ?? free.pop() ?? this.#newSlot();
      if (held === undefined || force) showRow(slot.element, row, this.reveal);
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

  /** Selects a row, and scrolls to it. */
  select(id: number): void {
    this.#selected = id;
    const index = this.#store.indexOf(id);
    const { scrollTop, clientHeight } = this.#list;
    if (index >= 0 && index * this.#rowHeight < scrollTop) this.#list.scrollTop = index * this.#rowHeight;
    if (index >= 0 && (index + 1) * this.#rowHeight > scrollTop + clientHeight)
      this.#list.scrollTop = (index + 1) * this.#rowHeight - clientHeight;
    this.render();
  }

  /** The id of the first visible row. */
  get first(): number | undefined {
    return this.#store.shownAt(this.rowsAbove)?.id;
  }

  /** Scrolls to a row, if it exists. */
  goTo(id: number): void {
    const index = this.#store.indexOf(id);
    if (index >= 0) this.#list.scrollTop = index * this.#rowHeight;
    this.render();
  }

  /** Scrolls to the newest row. */
  toTop(): void {
    this.#list.scrollTop = 0;
    this.render();
  }

  focus(): void {
    this.#list.focus();
  }

  #newSlot(): Slot {
    const created = element("div", { class: "row", attributes: { role: "option" } });
    const slot: Slot = { element: created, id: -1 };
    created.addEventListener("click", () => {
      this.select(slot.id);
      this.#onOpen(slot.id);
    });
    this.#spacer.append(created);
    return slot;
  }

  /** Moves the selection by arrow keys, Page Up and Down, Home and End, and opens it by Enter. Returns whether it was such a key. */
  handleKey(event: KeyboardEvent): boolean {
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
    else if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
    else {
      const row = this.#store.shownAt(Math.min(this.#store.shownSize - 1, Math.max(0, to)));
      if (row !== undefined) this.select(row.id);
    }
    event.preventDefault();
    return true;
  }
}

function heightOfRow(): number {
  return phone.matches ? 74 : 54;
}
