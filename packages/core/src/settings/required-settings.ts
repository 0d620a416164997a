import type { SettingsInput } from "../api/methods/settings.ts";
import { flagsFor } from "./flags-for.ts";

/** A dispatcher, or anything that lists its handlers. */
export interface RegisteredHandlers {
  /** The kinds with a handler; `*` stands for any. */
  readonly registered: readonly { readonly typeWebhook: string; readonly typeMessage?: string | undefined }[];
}

/**
 * The settings that must be on for the registered handlers to be called; spread them into the settings for `applySettings`. `onAny` and
 * `onUnknown` require none, and `quotaExceeded` has none.
 *
 * @example
 * await applySettings(client, { webhookUrl, webhookUrlToken, ...requiredSettings(dispatcher) });
 */
export function requiredSettings({ registered }: RegisteredHandlers): Partial<SettingsInput> {
  const flags = registered.flatMap(({ typeWebhook, typeMessage }) => flagsFor(typeWebhook, typeMessage));
  return Object.fromEntries(flags.map((flag) => [flag, "yes"]));
}
