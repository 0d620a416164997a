import { settingsTable, type SettingsInput } from "@greenhook/core/api";

/** Every kind of notification switched on: spread it into an instance's settings. */
export const allFlagsOn: SettingsInput = Object.fromEntries(
  Object.entries(settingsTable)
    .filter(([, { typeWebhook, typeMessages }]) => typeWebhook !== undefined || typeMessages !== undefined)
    .map(([key]) => [key, "yes"]),
);
