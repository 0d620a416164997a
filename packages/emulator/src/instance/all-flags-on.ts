import { settingsTable, type SettingsInput } from "@greenhook/core/api";

/** Settings that switch on every type of notification: spread them into an instance's settings. */
export const allFlagsOn: SettingsInput = Object.fromEntries(
  Object.entries(settingsTable)
    .filter(([, { typeWebhook, typeMessages }]) => typeWebhook !== undefined || typeMessages !== undefined)
    .map(([key]) => [key, "yes"]),
);
