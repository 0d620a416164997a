import type { Deliver } from "./deliver.ts";

/**
 * The function to deliver with, given as such or as the `deliver` of an object, which keeps its `this`.
 *
 * @throws what `refusal` makes, for anything else.
 */
export function deliverOf(deliver: Deliver | { readonly deliver: Deliver } | undefined, refusal: () => Error): Deliver {
  if (typeof deliver === "function") return deliver;
  if (typeof deliver?.deliver === "function") return (parsed, context) => deliver.deliver(parsed, context);
  throw refusal();
}
