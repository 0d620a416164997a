import type { StatusInstanceChanged } from "@greenhook/core/types";
import type { DeepPartial } from "./deep-partial.ts";
import { envelopeOf } from "./envelope-of.ts";
import { merge } from "./merge.ts";
import type { NotificationInput } from "./notification-input.ts";

/** What {@link statusInstanceChanged} takes. */
export interface StatusInstanceChangedInput extends NotificationInput {
  /** Default: `online`. */
  readonly statusInstance?: StatusInstanceChanged["statusInstance"];
}

/** The connection to the phone came or went. */
export function statusInstanceChanged(
  input: StatusInstanceChangedInput = {},
  changes?: DeepPartial<StatusInstanceChanged>,
): StatusInstanceChanged {
  const { statusInstance = "online" } = input;
  return merge<StatusInstanceChanged>({ typeWebhook: "statusInstanceChanged", ...envelopeOf(input), statusInstance }, changes);
}
