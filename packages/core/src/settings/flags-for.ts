import { settingsTable } from "../api/methods/settings-table.ts";
import type { SettingsInput } from "../api/methods/settings.ts";

/** A setting that switches notifications on. */
export type WebhookFlag = Extract<keyof SettingsInput, `${string}Webhook`>;

/**
 * The flags that must all be on for a kind of notification to be sent. Empty for a kind without a flag, such as `quotaExceeded`, and for
 * unknown kinds. The statuses `noAccount` and `failed` of an `outgoingMessageStatus` are sent even without its flag.
 */
export function flagsFor(typeWebhook: string, typeMessage?: string): readonly WebhookFlag[] {
  const flags = Object.entries(settingsTable).filter(
    ([, facts]) => facts.typeWebhook === typeWebhook || facts.typeMessages?.some((type) => type === typeMessage) === true,
  );
  return flags.map(([key]) => key as WebhookFlag);
}
