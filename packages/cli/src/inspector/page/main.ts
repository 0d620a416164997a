import { DeliveryStore } from "./delivery-store.ts";
import { showDetail, type DetailTab } from "./detail-view.ts";
import { byId } from "./element.ts";
import type { DeliveryDetail, DeliveryRow } from "./inspector-messages.ts";
import { RateChart } from "./rate-chart.ts";
import { RowList } from "./row-list.ts";
import { clearDeliveries, fetchDetail, listen } from "./server-api.ts";
import { toast } from "./toast.ts";

const store = new DeliveryStore();
const chart = new RateChart();
const list = new RowList(store, (id) => void open(id));
const connection = byId("connection", HTMLElement);
const search = byId("search", HTMLInputElement);
const kind = byId("kind", HTMLSelectElement);
const status = byId("status", HTMLSelectElement);
const pauseButton = byId("pause", HTMLButtonElement);
const revealButton = byId("reveal", HTMLButtonElement);
const toTop = byId("to-top", HTMLButtonElement);
const pane = byId("detail", HTMLElement);
const body = document.querySelector("main")!;

let revealed = false;
let stream = new AbortController();
/** What came while it was paused; the oldest go first. */
let held: DeliveryRow[] | undefined;
let opened: { detail: DeliveryDetail; editing: boolean } | undefined;
let tab: DetailTab = "typed";
/** Aborted when another one is opened, or none: what it answers then is too late. */
let opening = new AbortController();
let unseen = 0;

function connect(): void {
  stream.abort();
  stream = new AbortController();
  void listen(
    revealed,
    {
      onHello: ({ capacity, webhookUrl }) => {
        store.capacity = capacity;
        connection.textContent = `Receiving at ${webhookUrl}`;
        connection.className = "";
      },
      onRows: (rows) => {
        chart.add(rows);
        if (held === undefined) take(rows);
        else held = [...held, ...rows].slice(-store.capacity);
        if (held !== undefined) showCount();
      },
      onLost: (why) => {
        connection.textContent = why;
        connection.className = "lost";
      },
    },
    stream.signal,
  );
}

function take(rows: readonly DeliveryRow[]): void {
  const kinds = store.kinds.size;
  const shown = store.add(rows);
  if (list.rowsAbove > 0) unseen += shown;
  list.update(shown);
  if (store.kinds.size !== kinds) showKinds();
  showCount();
}

function showKinds(): void {
  const chosen = kind.value;
  const options = [...store.kinds].filter(Boolean).sort();
  kind.replaceChildren(new Option("All kinds", ""), ...options.map((name) => new Option(name, name)));
  kind.value = options.includes(chosen) ? chosen : "";
}

function showCount(): void {
  const { size, shownSize } = store;
  const waiting = held === undefined || held.length === 0 ? "" : `, ${held.length} more held back`;
  byId("count", HTMLOutputElement).textContent = `${shownSize === size ? size : `${shownSize} of ${size}`}${waiting}`;
  const empty = byId("empty", HTMLElement);
  empty.hidden = shownSize > 0;
  empty.textContent = size === 0 ? "Nothing has arrived yet." : "Nothing fits the filter.";
  toTop.hidden = unseen === 0;
  toTop.textContent = `${unseen} newer ↑`;
}

function applyFilter(): void {
  store.filter({ search: search.value, kind: kind.value, status: status.value });
  unseen = 0;
  list.update();
  list.toTop();
  showCount();
}

async function open(id: number, editing = false): Promise<void> {
  opening.abort();
  const { signal } = (opening = new AbortController());
  try {
    const detail = await fetchDetail(id, revealed, signal);
    if (signal.aborted) return;
    opened = { detail, editing };
  } catch (error) {
    if (!signal.aborted) toast((error as Error).message);
    return;
  }
  body.classList.add("open");
  show();
  pane.scrollTop = 0;
}

function show(): void {
  if (opened === undefined) return;
  const { detail, editing } = opened;
  showDetail(detail, tab, editing, {
    onClose: close,
    onTab: (to) => {
      tab = to;
      show();
    },
    onEdit: () => {
      if (!revealed) setRevealed(true);
      void open(detail.row.id, true).then(() => document.getElementById("editor")?.focus());
    },
  });
}

function close(): void {
  opening.abort();
  opened = undefined;
  pane.hidden = true;
  body.classList.remove("open");
  list.focus();
}

async function clear(): Promise<void> {
  await clearDeliveries();
  store.clear();
  held &&= [];
  unseen = 0;
  list.update();
  showKinds();
  showCount();
}

function setRevealed(to: boolean): void {
  revealed = to;
  list.reveal = to;
  revealButton.setAttribute("aria-pressed", String(to));
  revealButton.textContent = to ? "Mask numbers" : "Show numbers";
  store.clear();
  list.update();
  connect();
}

function toggleRevealed(): void {
  setRevealed(!revealed);
  if (opened !== undefined) void open(opened.detail.row.id, opened.editing && revealed);
}

function setPaused(to: boolean): void {
  pauseButton.setAttribute("aria-pressed", String(to));
  pauseButton.textContent = to ? "Go on" : "Pause";
  const rows = held ?? [];
  held = to ? [] : undefined;
  if (!to) take(rows);
}

pauseButton.addEventListener("click", () => setPaused(held === undefined));
revealButton.addEventListener("click", toggleRevealed);
byId("clear", HTMLButtonElement).addEventListener("click", () => {
  void clear();
});
const help = byId("keys", HTMLDialogElement);
byId("help", HTMLButtonElement).addEventListener("click", () => help.showModal());
search.addEventListener("input", applyFilter);
for (const select of [kind, status]) select.addEventListener("change", applyFilter);
byId("filters", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
toTop.addEventListener("click", () => list.toTop());
byId("list", HTMLDivElement).addEventListener("scroll", () => {
  if (list.rowsAbove > 0 || unseen === 0) return;
  unseen = 0;
  showCount();
});

document.addEventListener("keydown", (event) => {
  if (help.open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (search.value !== "" && document.activeElement === search) {
      search.value = "";
      applyFilter();
    } else if (opened !== undefined) close();
    else list.focus();
    return;
  }
  if (event.target instanceof HTMLElement && event.target.matches("input, textarea, select")) return;
  const actions: Readonly<Record<string, () => void>> = {
    "/": () => search.focus(),
    p: () => setPaused(held === undefined),
    n: toggleRevealed,
    "?": () => help.showModal(),
    r: () => {
      const id = opened?.detail.row.id ?? list.selected;
      if (id === undefined) return;
      tab = "replay";
      void open(id);
    },
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
});

connect();
list.update();
showCount();
