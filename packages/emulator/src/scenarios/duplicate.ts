import type { Scenario } from "../scenario.ts";

/** The same notification twice: it happens without any failure, and there is no delivery id to tell by. The second comes a minute later by default. */
export function duplicate(notification: object, afterMilliseconds = 60_000): Scenario {
  return [{ notification }, { notification, afterMilliseconds }];
}
