import type { IncomingCall } from "@greenhook/core/types";
import type { DeepPartial } from "./deep-partial.ts";
import { envelopeOf } from "./envelope-of.ts";
import { merge } from "./merge.ts";
import type { NotificationInput } from "./notification-input.ts";

/** What {@link incomingCall} takes. */
export interface IncomingCallInput extends NotificationInput {
  /** Default: `offer`. */
  readonly status?: IncomingCall["status"] & string;
  /** Default: `79000000001@c.us`. */
  readonly from?: string;
  /** Default: `CALL000000000001`. */
  readonly idMessage?: string;
}

/** A call: first `offer`, then its result under the same `idMessage`. */
export function incomingCall(input: IncomingCallInput = {}, changes?: DeepPartial<IncomingCall>): IncomingCall {
  const { status = "offer", from = "79000000001@c.us", idMessage = "CALL000000000001" } = input;
  return merge<IncomingCall>({ typeWebhook: "incomingCall", ...envelopeOf(input), idMessage, from, status }, changes);
}
