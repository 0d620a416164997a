import type { IncomingBlock } from "@greenhook/core/types";
import type { DeepPartial } from "./deep-partial.ts";
import { envelopeOf } from "./envelope-of.ts";
import { merge } from "./merge.ts";
import type { NotificationInput } from "./notification-input.ts";

/** What {@link incomingBlock} takes. */
export interface IncomingBlockInput extends NotificationInput {
  /** Default: `10000000000@c.us`, which stands for an unknown one. */
  readonly chatId?: string;
}

/** The account was blocked by a contact. */
export function incomingBlock(input: IncomingBlockInput = {}, changes?: DeepPartial<IncomingBlock>): IncomingBlock {
  const { chatId = "10000000000@c.us" } = input;
  return merge<IncomingBlock>({ typeWebhook: "incomingBlock", ...envelopeOf(input), chatId, chatState: "blocked" }, changes);
}
