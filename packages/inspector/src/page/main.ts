import { DeliveryStore } from "./delivery-store.ts";
import { copyText, showDetail, type DetailTab } from "./detail-view.ts";
import { chatView } from "./chat-view.ts";
import { showDrift } from "./drift-dialog.ts";
import { byId, element } from "./element.ts";
import type { DeliveryDetail, DeliveryRow } from "./inspector-messages.ts";
import { InboxView } from "./inbox-view.ts";
import { RateChart } from "./rate-chart.ts";
import { replayForm } from "./replay-form.ts";
import { RowList } from "./row-list.ts";
import { clearDeliveries, fetchChat, fetchDetail, listen, reasonOf, sendSample } from "./server-api.ts";
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

const views = { deliveries: byId("view-deliveries", HTMLButtonElement), inbox: byId("view-inbox", HTMLButtonElement) };
const inbox = new InboxView(() => revealed);

let revealed = false;
let stream = new AbortController();
/** While paused: the rows that arrived since. */
let held: { after: number; rows: readonly DeliveryRow[] } | undefined;
/** Rows with smaller ids were cleared, even those still in transit. */
let firstId = 0;
/** The opened delivery, and its replay form, which keeps its input while other tabs are shown. */
let opened: { detail: DeliveryDetail; editing: boolean; form: HTMLElement; chat: HTMLElement } | undefined;
let tab: DetailTab = "typed";
/** Aborted when another delivery is opened, or the pane closed: a response after that is ignored. */
let opening = new AbortController();
let unseen = 0;
/** Why the server refuses this page's requests: another run's key. */
let refusal: string | undefined;
/** While all rows are loaded again: the first visible one, and the newest, before that. */
let returning: { first: number; newest: number } | undefined;

function connect(): void {
  stream.abort();
  stream = new AbortController();
  void listen(
    revealed,
    {
      onHello: ({ capacity, unauthenticatedCapacity, webhookUrl, curl, ...hello }) => {
        byId("views", HTMLElement).hidden = !hello.inbox;
        store.capacity = capacity;
        store.unauthenticatedCapacity = unauthenticatedCapacity;
        connection.textContent = `Receiving at ${webhookUrl}`;
        connection.className = "";
        byId("webhook-url", HTMLElement).textContent = webhookUrl;
        byId("curl", HTMLPreElement).textContent = curl;
        refusal = undefined;
        showCount();
      },
      onRows: (rows) => {
        chart.add(rows);
        const { after = Infinity } = held ?? {};
        take(rows.filter(({ id }) => id >= firstId && id <= after));
        if (held === undefined) return;
        const later = rows.filter(({ id }) => id >= firstId && id > after);
        held.rows = [...held.rows, ...later].slice(-store.capacity);
        showCount();
      },
      onLost: (why, isRefused) => {
        if (isRefused !== (refusal !== undefined)) {
          refusal = isRefused ? why : undefined;
          showCount();
        }
        const text = isRefused && store.size === 0 ? "Not connected" : why;
        // The connection is retried every second: don't announce the same text again.
        if (connection.textContent !== text) connection.textContent = text;
        connection.className = "lost";
      },
    },
    stream.signal,
  );
}

function take(rows: readonly DeliveryRow[]): void {
  if (rows.length === 0) return;
  const kinds = store.kinds.size;
  const shown = store.add(rows);
  if (list.rowsAbove > 0 && returning === undefined) unseen += shown;
  list.update(shown);
  if (returning !== undefined) {
    list.goTo(returning.first);
    if (store.newestId >= returning.newest) returning = undefined;
  }
  if (store.kinds.size !== kinds) showKinds();
  showCount();
  updateChat(rows);
}

function showKinds(): void {
  const chosen = kind.value;
  const options = [...store.kinds].filter(Boolean).sort();
  kind.replaceChildren(new Option("All types", ""), ...options.map((name) => new Option(name, name)));
  kind.value = chosen;
}

function showCount(): void {
  const { size, shownSize } = store;
  const waiting = held === undefined || held.rows.length === 0 ? "" : `, ${held.rows.length} paused`;
  byId("count", HTMLOutputElement).textContent = `${shownSize === size ? size : `${shownSize} of ${size}`}${waiting}`;
  const empty = byId("empty", HTMLElement);
  empty.hidden = shownSize > 0;
  const emptyText = byId("empty-text", HTMLElement);
  emptyText.textContent = size > 0 ? "No matches." : (refusal ?? "No deliveries yet.");
  emptyText.className = size === 0 && refusal !== undefined ? "lost" : "";
  byId("start", HTMLElement).hidden = size > 0 || refusal !== undefined || connection.className === "lost";
  toTop.hidden = unseen === 0;
  toTop.textContent = `${unseen} newer ↑`;
}

function applyFilter(): void {
  store.filter({ search: search.value, kind: kind.value, status: status.value });
  unseen = 0;
  returning = undefined;
  list.update();
  list.toTop();
  showCount();
}

async function open(id: number, editing = false): Promise<void> {
  opening.abort();
  const { signal } = (opening = new AbortController());
  try {
    const reveal = revealed;
    const detail = await fetchDetail(id, reveal, signal);
    if (signal.aborted) return;
    // Masking was toggled meanwhile.
    if (reveal !== revealed) return await open(id, editing && revealed);
    opened = { detail, editing, form: replayForm(detail, editing, edit), chat: element("div", {}) };
    if (tab === "chat") void loadChat();
  } catch (error) {
    if (signal.aborted) return;
    toast(reasonOf(error));
    // The pane may show numbers that are to be masked now.
    if (opened?.detail.row.id === id) close();
    return;
  }
  body.classList.add("open");
  show();
  pane.scrollTop = 0;
}

function show(): void {
  if (opened === undefined) return;
  showDetail(opened.detail, tab, opened.form, opened.chat, {
    onClose: close,
    onTab: (to) => {
      tab = to;
      show();
      if (tab === "chat") void loadChat();
    },
  });
}

async function loadChat(): Promise<void> {
  if (opened === undefined) return;
  const { detail, chat } = opened;
  try {
    const reveal = revealed;
    const rows = await fetchChat(detail.row.id, reveal);
    if (opened?.chat !== chat || reveal !== revealed) return;
    chat.replaceChildren(
      rows.length === 0 ? "This delivery belongs to no chat." : chatView(rows, detail.row.id, reveal, (id) => void open(id)),
    );
    chat.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  } catch (error) {
    chat.replaceChildren(reasonOf(error));
  }
}

/** Called for each row; reloads an open conversation that it belongs to, at most every 300 ms. */
function updateChat(rows: readonly DeliveryRow[]): void {
  const row = opened?.detail.row;
  if (tab !== "chat" || row?.chat === undefined || !rows.some(({ chat }) => chat === row.chat)) return;
  chatTimer ??= setTimeout(() => {
    chatTimer = undefined;
    void loadChat();
  }, 300);
}

let chatTimer: ReturnType<typeof setTimeout> | undefined;

function edit(): void {
  if (opened === undefined) return;
  if (!revealed) setRevealed(true);
  void open(opened.detail.row.id, true).then(() => document.getElementById("editor")?.focus());
}

function close(): void {
  opening.abort();
  opened = undefined;
  pane.hidden = true;
  body.classList.remove("open");
  list.focus();
}

async function clear(): Promise<void> {
  try {
    firstId = await clearDeliveries();
  } catch (error) {
    return toast(reasonOf(error));
  }
  store.forgetBefore(firstId);
  if (held !== undefined) held.rows = held.rows.filter(({ id }) => id >= firstId);
  unseen = 0;
  returning = undefined;
  list.update();
  showCount();
}

function setRevealed(to: boolean): void {
  revealed = to;
  list.reveal = to;
  revealButton.classList.toggle("main", to);
  revealButton.textContent = to ? "Mask numbers" : "Show numbers";
  // All rows are loaded again.
  const { first } = list;
  if (list.rowsAbove > 0 && first !== undefined) returning ??= { first, newest: store.newestId };
  store.forgetBefore(Infinity);
  if (held !== undefined) held.rows = [];
  list.update();
  connect();
  inbox.forget();
}

/** Which of the two fills the page. */
function view(name: keyof typeof views): void {
  for (const [each, button] of Object.entries(views)) button.setAttribute("aria-selected", String(each === name));
  byId("filters", HTMLFormElement).hidden = name === "inbox";
  body.hidden = name === "inbox";
  // What they do is about deliveries.
  document.body.classList.toggle("inbox-view", name === "inbox");
  if (name === "inbox") inbox.show();
  else inbox.hide();
}

function toggleRevealed(): void {
  setRevealed(!revealed);
  if (opened !== undefined) void open(opened.detail.row.id, opened.editing && revealed);
}

function setPaused(to: boolean): void {
  pauseButton.classList.toggle("main", to);
  pauseButton.textContent = to ? "Resume" : "Pause";
  const { rows = [] } = held ?? {};
  held = to ? { after: store.newestId, rows: [] } : undefined;
  take(rows);
}

for (const name of ["deliveries", "inbox"] as const) {
  views[name].addEventListener("click", () => view(name));
  views[name].addEventListener("keydown", ({ key }) => {
    if (key !== "ArrowRight" && key !== "ArrowLeft") return;
    const other = name === "inbox" ? "deliveries" : "inbox";
    view(other);
    views[other].focus();
  });
}
pauseButton.addEventListener("click", () => setPaused(held === undefined));
revealButton.addEventListener("click", toggleRevealed);
byId("clear", HTMLButtonElement).addEventListener("click", () => {
  void clear();
});
byId("copy-curl", HTMLButtonElement).addEventListener("click", () => void copyText("curl", byId("curl", HTMLPreElement).textContent));
byId("sample", HTMLButtonElement).addEventListener("click", () => {
  void sendSample().then(
    ({ status, text }) => status !== 200 && toast(`${status ?? "No response"}: ${text}`),
    (error: unknown) => toast(reasonOf(error)),
  );
});
byId("drift", HTMLButtonElement).addEventListener("click", () => void showDrift());
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
  if (document.querySelector("dialog[open]") !== null || event.ctrlKey || event.metaKey || event.altKey) return;
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
      if (opened === undefined) void open(id);
      else show();
    },
  };
  if (body.hidden) {
    if (event.key === "n") toggleRevealed();
    return;
  }
  // The arrows move through the list even before it has the focus.
  if (document.activeElement === document.body && list.handleKey(event)) return list.focus();
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
});

// The URL of another run, opened in this tab, has another key.
addEventListener("hashchange", () => location.reload());

connect();
list.update();
showCount();
