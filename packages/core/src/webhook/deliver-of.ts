import type { Deliver } from "./deliver.ts";

/** The function to deliver with, given as such or as the `deliver` of an object, which keeps its `this`; `undefined` for anything else. */
export function deliverOf(deliver: Deliver | { readonly deliver: Deliver } | undefined): Deliver | undefined {
  if (typeof deliver === "function") return deliver;
  return typeof deliver?.deliver === "function" ? (parsed, context) => deliver.deliver(parsed, context) : undefined;
}
