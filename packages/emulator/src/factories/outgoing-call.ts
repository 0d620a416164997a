import type { OutgoingCall } from "@greenhook/core/types";
import type { DeepPartial } from "./deep-partial.ts";
import { envelopeOf } from "./envelope-of.ts";
import { merge } from "./merge.ts";
import type { NotificationInput } from "./notification-input.ts";

/** What {@link outgoingCall} takes. */
export interface OutgoingCallInput extends NotificationInput {
  /** Default: `pickUp`. */
  readonly status?: OutgoingCall["status"] & string;
  /** The chat that was called. Default: `79000000001@c.us`. */
  readonly from?: string;
  /** Default: `CALL000000000002`. */
  readonly idMessage?: string;
}

/** A call from the account's phone. */
export function outgoingCall(input: OutgoingCallInput = {}, changes?: DeepPartial<OutgoingCall>): OutgoingCall {
  const { status = "pickUp", from = "79000000001@c.us", idMessage = "CALL000000000002" } = input;
  return merge<OutgoingCall>(
    {
      typeWebhook: "outgoingCall",
      ...envelopeOf(input),
      idMessage,
      from,
      status,
      isVideo: false,
      duration: 60,
      participants: [{ wid: from, status }],
    },
    changes,
  );
}
