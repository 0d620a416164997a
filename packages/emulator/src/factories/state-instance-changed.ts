import type { StateInstanceChanged } from "@greenhook/core/types";
import type { DeepPartial } from "./deep-partial.ts";
import { envelopeOf } from "./envelope-of.ts";
import { merge } from "./merge.ts";
import type { NotificationInput } from "./notification-input.ts";

/** What {@link stateInstanceChanged} takes. */
export interface StateInstanceChangedInput extends NotificationInput {
  /** Default: `authorized`. */
  readonly stateInstance?: StateInstanceChanged["stateInstance"];
}

/** The state of the instance changed. */
export function stateInstanceChanged(
  input: StateInstanceChangedInput = {},
  changes?: DeepPartial<StateInstanceChanged>,
): StateInstanceChanged {
  const { stateInstance = "authorized" } = input;
  return merge<StateInstanceChanged>({ typeWebhook: "stateInstanceChanged", ...envelopeOf(input), stateInstance }, changes);
}
