import { byId, element } from "./element.ts";
import type { DeliveryDetail, RawLine } from "./inspector-messages.ts";
import { jpeg } from "./picture-of.ts";
import { shortTime, timeOf, toneOf } from "./row-view.ts";
import { toast } from "./toast.ts";

export type DetailTab = "typed" | "raw" | "chat" | "replay";

export interface DetailActions {
  readonly onClose: () => void;
  readonly onTab: (tab: DetailTab) => void;
}

/** Shows a delivery in the pane beside the list. */
export function showDetail(detail: DeliveryDetail, tab: DetailTab, form: HTMLElement, chat: HTMLElement, actions: DetailActions): void {
  const pane = byId("detail", HTMLElement);
  const { row, message, advice, issues, unknownFields } = detail;
  const title = [row.kind === "" ? row.outcome : row.kind, row.typeMessage].filter(Boolean).join("  ");
  const copy = (label: string, text: string): HTMLElement =>
    element("button", { attributes: { type: "button" }, onClick: () => void copyText(label, text) }, `Copy as ${label}`);
  pane.replaceChildren(
    element(
      "div",
      { class: "head" },
      element("span", { class: `status ${toneOf(row)}` }, String(row.status)),
      element("h2", { attributes: { dir: "auto" } }, title),
      element("button", { attributes: { type: "button", id: "close" }, onClick: actions.onClose }, "Close"),
    ),
    element("p", { class: "facts" }, factsOf(detail)),
    ...(message === undefined || row.outcome === "unknown" ? [] : [note("bad", `${row.code ?? row.outcome}: ${message}`, advice)]),
    ...issues.slice(message === undefined ? 0 : 1).map((issue) => note("bad", [issue.path === "" ? "(root)" : issue.path, issue.message])),
    ...(unknownFields.length === 0 ? [] : [note("new", ["Unknown fields:", unknownFields.join(", ")])]),
    tabs(tab, actions, [copy("curl", detail.curl), copy("fixture", detail.fixture)]),
    element("div", { attributes: { role: "tabpanel", "aria-labelledby": `tab-${tab}` } }, panel(detail, tab, form, chat)),
  );
  pane.hidden = false;
}

function panel(detail: DeliveryDetail, tab: DetailTab, form: HTMLElement, chat: HTMLElement): HTMLElement {
  if (tab === "chat") return chat;
  if (tab === "raw") return rawView(detail.raw);
  if (tab === "replay") return form;
  const fields = element("dl", { class: "typed" });
  for (const [label, value] of detail.typed) fields.append(element("dt", {}, label), element("dd", { attributes: { dir: "auto" } }, value));
  const empty = detail.typed.length === 0 ? "No fields could be read: see Raw." : undefined;
  const { thumbnail } = detail;
  if (thumbnail === undefined) return element("div", {}, empty, fields);
  const picture = element("img", { class: "picture", attributes: { alt: "thumbnail" } });
  picture.src = jpeg(thumbnail);
  return element("div", {}, picture, fields);
}

function tabs(current: DetailTab, actions: DetailActions, copies: readonly HTMLElement[]): HTMLElement {
  const names: readonly (readonly [DetailTab, string])[] = [
    ["typed", "Typed"],
    ["raw", "Raw"],
    ["chat", "Chat"],
    ["replay", "Replay"],
  ];
  // The tabs are created again: restore the keyboard focus.
  const choose = (name: DetailTab): void => {
    actions.onTab(name);
    document.getElementById(`tab-${name}`)?.focus();
  };
  const list = element("div", { attributes: { role: "tablist", "aria-label": "Views" } });
  for (const [index, [name, label]] of names.entries()) {
    const attributes = {
      type: "button",
      role: "tab",
      id: `tab-${name}`,
      "aria-selected": String(name === current),
      tabindex: name === current ? "0" : "-1",
    };
    const tab = element("button", { attributes, onClick: () => choose(name) }, label);
    tab.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (step === 0) return;
      const [next] = names.at((index + step) % names.length)!;
      choose(next);
    });
    list.append(tab);
  }
  return element("div", { class: "views" }, list, element("div", { class: "copies" }, ...copies));
}

function factsOf({ row, bytes }: DeliveryDetail): string {
  return [
    timeOf(row.at),
    row.outcome,
    `${row.took} ms`,
    row.lag === undefined ? undefined : `${shortTime(row.lag)} after its timestamp`,
    row.attempt === 1 ? undefined : `attempt ${row.attempt}`,
    bytes === undefined ? undefined : `${bytes.toLocaleString("en")} bytes`,
    `from ${row.source}`,
  ]
    .filter((fact) => fact !== undefined)
    .join(" · ");
}

function note(kind: string, text: string | readonly [string, string], more?: string): HTMLElement {
  const line = typeof text === "string" ? element("p", {}, text) : element("p", {}, element("code", {}, text[0]), ` ${text[1]}`);
  return element("div", { class: `note ${kind}` }, line, more === undefined ? undefined : element("p", {}, `→ ${more}`));
}

/** The lines of a body. */
export function rawView(lines: readonly RawLine[]): HTMLElement {
  const view = element("div", { class: "raw", attributes: { tabindex: "0", "aria-label": "Raw JSON" } });
  for (const { depth, key, text, type, mark, note: why } of lines) {
    const line = element("div", mark === undefined ? {} : { class: mark });
    line.style.paddingLeft = `${depth * 18 + 8}px`;
    if (key !== undefined) line.append(element("span", { class: "key" }, key), ": ");
    line.append(element("span", { class: type }, text));
    if (why !== undefined) line.append(element("span", { class: "why" }, why));
    view.append(line);
  }
  return view;
}

export async function copyText(label: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(`Copied as ${label}`);
  } catch {
    toast("The browser refused to copy");
  }
}
