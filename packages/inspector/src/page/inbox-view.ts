import { rawView } from "./detail-view.ts";
import { byId, element } from "./element.ts";
import type { InboxOverview, InboxRow } from "./inspector-messages.ts";
import { shortTime } from "./row-view.ts";
import { eraseInboxItem, fetchInbox, fetchInboxItem, reasonOf, retryDeadItems, retryInboxItem } from "./server-api.ts";
import { toast } from "./toast.ts";

const refreshMilliseconds = 2_000;

/** The inbox's tab: counts, lanes, and the items of a state, which open on a click. Asks again every 2 s while it is shown. */
export class InboxView {
  readonly #view = byId("inbox", HTMLElement);
  readonly #state = byId("inbox-state", HTMLSelectElement);
  readonly #isRevealed: () => boolean;
  /** The lane whose items are shown. */
  #lane: string | undefined;
  #opened: { readonly id: string; readonly text: HTMLElement } | undefined;
  #shown = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(isRevealed: () => boolean) {
    this.#isRevealed = isRevealed;
    this.#state.addEventListener("change", () => void this.refresh());
    byId("inbox-retry", HTMLButtonElement).addEventListener("click", () => void this.#change(retryDeadItems(), "back to wait"));
  }

  show(): void {
    this.#view.hidden = false;
    void this.refresh();
  }

  hide(): void {
    this.#view.hidden = true;
    clearTimeout(this.#timer);
  }

  /** Numbers were shown or masked: what is opened is read again. */
  forget(): void {
    this.#opened = undefined;
    this.#shown = "";
    if (!this.#view.hidden) void this.refresh();
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const isRevealed = this.#isRevealed();
    const asked = { state: this.#state.value, lane: this.#lane };
    try {
      const overview = await fetchInbox(asked, isRevealed);
      if (isRevealed !== this.#isRevealed() || asked.state !== this.#state.value || asked.lane !== this.#lane) return;
      this.#render(overview);
    } catch (error) {
      this.#shown = "";
      byId("inbox-counts", HTMLElement).replaceChildren(element("p", { class: "lost", attributes: { role: "alert" } }, reasonOf(error)));
    }
    clearTimeout(this.#timer);
    if (!this.#view.hidden) this.#timer = setTimeout(() => void this.refresh(), refreshMilliseconds);
  }

  /** Nothing is replaced under the reader's hands while nothing has changed. */
  #render(overview: InboxOverview): void {
    const shown = JSON.stringify([overview, this.#lane, this.#state.value, this.#opened?.id]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const focused = document.activeElement?.id ?? "";
    byId("inbox-counts", HTMLElement).replaceChildren(...countsOf(overview));
    byId("inbox-retry", HTMLButtonElement).disabled = overview.dead === 0;
    const lanes = byId("inbox-lanes", HTMLElement);
    lanes.replaceChildren(...this.#lanesOf(overview));
    const items = byId("inbox-items", HTMLElement);
    items.replaceChildren(...overview.items.map((item) => this.#itemOf(item)));
    if (overview.items.length === 0) items.replaceChildren(element("p", { class: "soft" }, `No items are ${this.#state.value}.`));
    if (focused !== "") document.getElementById(focused)?.focus();
  }

  #lanesOf({ lanes, lanesOmitted }: InboxOverview): HTMLElement[] {
    const all = this.#laneButton("all", undefined, "All lanes", "");
    const each = lanes.map(({ id, lane, running, waiting, dead }) => {
      const counts = [
        running > 0 ? `${running} running` : "",
        waiting > 0 ? `${waiting} waiting` : "",
        dead > 0 ? `${dead} dead` : "",
      ].filter(Boolean);
      return this.#laneButton(id, id, lane === "" ? "(no lane)" : lane, counts.join(", "));
    });
    const more = lanesOmitted === 0 ? [] : [element("p", { class: "soft" }, `${lanesOmitted} more lanes`)];
    return lanes.length === 0 ? [element("p", { class: "soft" }, "No lane has items that aren't done.")] : [all, ...each, ...more];
  }

  #laneButton(id: string, lane: string | undefined, name: string, counts: string): HTMLElement {
    const attributes = { type: "button", id: `lane-${id}`, "aria-pressed": String(this.#lane === lane) };
    const onClick = (): void => {
      this.#lane = lane;
      void this.refresh();
    };
    return element(
      "button",
      { class: "lane", attributes, onClick },
      element("span", { attributes: { dir: "auto" } }, name),
      element("small", {}, counts),
    );
  }

  #itemOf(item: InboxRow): HTMLElement {
    const isOpen = this.#opened?.id === item.id;
    const facts = [
      `stored ${dateOf(item.storedAt)}`,
      `by ${item.origin}`,
      item.attempt === 0 ? "no attempt yet" : `attempt ${item.attempt}`,
      item.dueAt === undefined ? "" : `due ${dateOf(item.dueAt)}`,
    ];
    const head = element(
      "button",
      {
        class: "item-head",
        attributes: { type: "button", id: `item-${item.id}`, "aria-expanded": String(isOpen) },
        onClick: () => void this.#toggle(item.id),
      },
      element("span", { class: `status ${tones[item.state]}` }, item.state),
      element("span", { class: "kind" }, item.typeWebhook),
      element("span", { class: "soft", attributes: { dir: "auto" } }, item.lane),
    );
    const error = item.lastError === undefined || item.lastError === "" ? undefined : element("p", { class: "error" }, item.lastError);
    return element(
      "article",
      { class: "item" },
      head,
      element("p", { class: "soft" }, facts.filter(Boolean).join(" · ")),
      error,
      isOpen ? this.#actionsOf(item) : undefined,
      isOpen ? this.#opened?.text : undefined,
    );
  }

  #actionsOf({ id, state }: InboxRow): HTMLElement {
    const retry = element(
      "button",
      {
        class: "main",
        attributes: { type: "button", id: `retry-${id}` },
        onClick: () => void this.#change(retryInboxItem(id), "back to wait"),
      },
      "Retry",
    );
    retry.disabled = state !== "dead" && state !== "done";
    const erase = element("button", { attributes: { type: "button", id: `erase-${id}` } }, "Erase");
    // Asked twice: it can't be undone.
    erase.addEventListener("click", () => {
      if (erase.className === "danger") return void this.#change(eraseInboxItem(id), "erased");
      erase.className = "danger";
      erase.textContent = "Erase for good";
    });
    return element("div", { class: "actions" }, retry, erase);
  }

  async #toggle(id: string): Promise<void> {
    if (this.#opened?.id === id) this.#opened = undefined;
    else {
      const isRevealed = this.#isRevealed();
      const text = element("div", {}, "Loading …");
      this.#opened = { id, text };
      try {
        const { raw } = await fetchInboxItem(id, isRevealed);
        if (isRevealed !== this.#isRevealed()) return;
        text.replaceChildren(raw.length === 0 ? "Its text is gone: it was erased, or done more than 25 hours ago." : rawView(raw));
      } catch (error) {
        text.replaceChildren(reasonOf(error));
      }
    }
    await this.refresh();
  }

  async #change(changed: Promise<number>, what: string): Promise<void> {
    try {
      const count = await changed;
      toast(count === 1 ? `1 item ${what}` : `${count} items ${what}`);
    } catch (error) {
      toast(reasonOf(error));
    }
    this.#opened = undefined;
    await this.refresh();
  }
}

const tones: Readonly<Record<InboxRow["state"], string>> = { dead: "bad", waiting: "warn", running: "", done: "" };

function countsOf({ waiting, running, done, dead, blockedLanes, oldestWaitingSeconds }: InboxOverview): HTMLElement[] {
  const counts: readonly (readonly [string, string, string])[] = [
    ["waiting", String(waiting), ""],
    ["running", String(running), ""],
    ["oldest", shortTime(oldestWaitingSeconds), oldestWaitingSeconds > 300 ? "warn" : ""],
    ["dead", String(dead), dead > 0 ? "bad" : ""],
    ["blocked lanes", String(blockedLanes), blockedLanes > 0 ? "bad" : ""],
    ["done", String(done), ""],
  ];
  return counts.map(([name, value, tone]) =>
    element("div", { class: `count ${tone}` }, element("strong", {}, value), element("span", {}, name)),
  );
}

/** The date too, unless it is today. */
function dateOf(at: number): string {
  const date = new Date(at);
  const day = date.toDateString() === new Date().toDateString() ? "" : `${date.toLocaleDateString()} `;
  return `${day}${date.toTimeString().slice(0, 8)}`;
}
