import type { ApiClient, Settings, SettingsInput } from "@greenhook/core/api";

declare const client: ApiClient;
declare const settings: Settings;

export const good: SettingsInput = { incomingWebhook: true, stateWebhook: "no", webhookUrl: "", delaySendMessagesMilliseconds: 500 };
const added = { laterWebhook: "yes" };
export const later: SettingsInput = { ...added, incomingWebhook: true };
// @ts-expect-error a typing mistake is no setting
export const mistyped: SettingsInput = { incomingWebhok: true };
// @ts-expect-error an account's id can only be read
export const readOnly: SettingsInput = { wid: "7@c.us" };
// @ts-expect-error a flag is yes, no or a boolean
export const wrongFlag: SettingsInput = { incomingWebhook: "on" };
// @ts-expect-error a number isn't a text
export const wrongType: SettingsInput = { webhookUrl: 1 };

export const flag: "yes" | "no" | undefined = settings.incomingWebhook;
// What isn't known yet can be read.
export const unknownKey: unknown = settings["laterWebhook"];

// @ts-expect-error chatId is missing
void client.sendMessage({ message: "" });
void client.getSettings({ signal: AbortSignal.timeout(1), timeoutMilliseconds: 5 });
// @ts-expect-error a method without parameters takes only the options
void client.getSettings({}, {});
