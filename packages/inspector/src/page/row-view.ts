import { element } from "./element.ts";
import type { DeliveryRow } from "./inspector-messages.ts";
import { pictureOf } from "./picture-of.ts";

/** Renders a delivery into the element of a row: two lines, and the time and durations on the right. */
export function showRow(into: HTMLElement, row: DeliveryRow, reveal: boolean): void {
  const { kind, typeMessage, name, chat, text, code, outcome } = row;
  // On a phone the second half of "incomingMessageReceived" is hidden, so that the type fits.
  const [direction = "", received = ""] = (kind === "" ? (code ?? outcome) : kind).split(/(?=MessageReceived$)/);
  const first = element("div", { class: "first" }, element("span", { class: "kind" }, direction, element("span", {}, received)));
  if (typeMessage !== undefined) first.append(element("span", { class: "type" }, typeMessage));
  for (const mark of marksOf(row)) first.append(mark);
  const second = element("div", { class: "second" });
  const who = [name, chat].filter(Boolean).join("  ");
  if (who !== "") second.append(element("span", { class: "who", attributes: { dir: "auto" } }, who));
  if (row.thumbnail) second.append(pictureOf(row.id, reveal));
  if (text !== undefined) second.append(element("span", { class: "said", attributes: { dir: "auto" } }, text));
  into.replaceChildren(
    element("span", { class: `status ${toneOf(row)}` }, String(row.status)),
    element("div", { class: "middle" }, first, second),
    element("div", { class: "right" }, element("time", {}, timeOf(row.at)), durationsOf(row)),
  );
}

/** The class for the outcome: empty, `warn` or `bad`. */
export function toneOf({ status, outcome }: DeliveryRow): string {
  if (status === 200) return outcome === "quarantined" ? "warn" : "";
  return status < 500 ? "warn" : "bad";
}

/** The time of day with milliseconds. */
export function timeOf(at: number): string {
  const date = new Date(at);
  return `${date.toTimeString().slice(0, 8)}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

function durationsOf({ took, lag }: DeliveryRow): HTMLElement {
  const late =
    lag === undefined || lag < 2 ? [] : [element("span", {}, `${shortTime(lag)} late`), element("span", { class: "dot" }, " · ")];
  return element("div", { class: "durations" }, ...late, element("span", {}, `${took < 10 ? took.toFixed(1) : Math.round(took)} ms`));
}

/** Seconds in a suitable unit. */
export function shortTime(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
}

function marksOf({ issues, unknownFields, attempt, source, outcome }: DeliveryRow): HTMLElement[] {
  // On a phone the style sheet shows the short text.
  const mark = (kind: string, text: string, short?: string): HTMLElement =>
    element("span", { class: `mark ${kind}`, attributes: short === undefined ? {} : { "data-short": short } }, text);
  return [
    ...(source === "webhook" ? [] : [mark("", source === "polling" ? "queue" : source)]),
    ...(outcome === "quarantined" ? [mark("issue", "quarantined")] : []),
    ...(issues === 0 ? [] : [mark("issue", issues === 1 ? "1 issue" : `${issues} issues`)]),
    // One of a known type with issues lacks a field: its issues say so.
    ...(outcome === "unknown" && issues === 0 ? [mark("new", "unknown type")] : []),
    ...(unknownFields === 0
      ? []
      : [mark("new", unknownFields === 1 ? "1 unknown field" : `${unknownFields} unknown fields`, `${unknownFields} new`)]),
    ...(attempt === 1 ? [] : [mark("again", `attempt ${attempt}`, `×${attempt}`)]),
  ];
}
