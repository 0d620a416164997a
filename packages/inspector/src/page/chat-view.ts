import { element } from "./element.ts";
import type { DeliveryRow } from "./inspector-messages.ts";
import { pictureOf } from "./picture-of.ts";
import { timeOf } from "./row-view.ts";

/** The deliveries of one chat as a conversation: incoming messages on the left, outgoing ones on the right, all else between. */
export function chatView(rows: readonly DeliveryRow[], current: number, reveal: boolean, onOpen: (id: number) => void): HTMLElement {
  const view = element("div", { class: "chat" });
  for (const row of rows) {
    const side = sideOf(row);
    const text = side === "other" ? [row.kind, row.text].filter(Boolean).join(": ") : (row.text ?? row.typeMessage ?? row.kind);
    const who = [side === "in" ? row.name : undefined, timeOf(row.at).slice(0, 8)].filter(Boolean).join("  ");
    const attributes = { type: "button", dir: "auto", "aria-current": String(row.id === current) };
    view.append(
      element(
        "button",
        { class: side, attributes, onClick: () => onOpen(row.id) },
        row.thumbnail ? pictureOf(row.id, reveal) : undefined,
        text,
        element("small", {}, who),
      ),
    );
  }
  return view;
}

function sideOf({ kind }: DeliveryRow): "in" | "out" | "other" {
  if (kind === "incomingMessageReceived") return "in";
  return kind === "outgoingMessageReceived" || kind === "outgoingAPIMessageReceived" ? "out" : "other";
}
