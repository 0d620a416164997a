import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import type { DeliveryContext } from "./delivery-context.ts";

/**
 * Where a notification goes: a dispatcher's `deliver`, a queue's producer, or any function of this shape. The sender gets its 200 when it
 * resolves; when it throws or rejects, the sender gets a 500 and sends the notification again in 60 s. Malformed ones never get here.
 *
 * Of what it returns or resolves to, three strings mean something: `"ignored"` (nobody wanted it), `"duplicate"` (it was delivered before) and
 * `"stored"` (a worker delivers it later). Everything else, such as a queue's receipt, means that it was handled.
 */
export type Deliver = (parsed: KnownNotification | UnknownNotification, context: DeliveryContext) => unknown;

/**
 * The function to deliver with, given as such or as the `deliver` of an object, which keeps its `this`.
 *
 * @throws TypeError for anything else.
 */
export function deliverOf(deliver: Deliver | { readonly deliver: Deliver } | undefined, action: string): Deliver {
  if (typeof deliver === "function") return deliver;
  if (typeof deliver?.deliver === "function") return (parsed, context) => deliver.deliver(parsed, context);
  throw new TypeError(`Cannot ${action}: "deliver" must be a function or a dispatcher`);
}
