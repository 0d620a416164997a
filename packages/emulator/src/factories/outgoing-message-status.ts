import type { OutgoingMessageStatus } from "@greenhook/core/types";
import type { DeepPartial } from "./deep-partial.ts";
import { envelopeOf } from "./envelope-of.ts";
import { merge } from "./merge.ts";
import type { NotificationInput } from "./notification-input.ts";

/** What {@link outgoingMessageStatus} takes. */
export interface OutgoingMessageStatusInput extends NotificationInput {
  /** Default: `delivered`. */
  readonly status?: OutgoingMessageStatus["status"];
  /** The message. Default: `3EB0AAAAAAAAAAAAAAAA`. */
  readonly idMessage?: string;
  /** Default: `79000000001@c.us`. */
  readonly chatId?: string;
}

/** The status of a sent message changed. */
export function outgoingMessageStatus(
  input: OutgoingMessageStatusInput = {},
  changes?: DeepPartial<OutgoingMessageStatus>,
): OutgoingMessageStatus {
  const { status = "delivered", idMessage = "3EB0AAAAAAAAAAAAAAAA", chatId = "79000000001@c.us" } = input;
  return merge<OutgoingMessageStatus>(
    { typeWebhook: "outgoingMessageStatus", ...envelopeOf(input), idMessage, chatId, status, sendByApi: true },
    changes,
  );
}
