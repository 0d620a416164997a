import type { EmulatorTimes } from "../emulator-times.ts";

/** How long things take unless told otherwise. @see https://green-api.com/en/docs/api/recommendations/working-with-incomming-webhooks/ */
export const defaultTimes: EmulatorTimes = {
  responseTimeoutMilliseconds: 180_000,
  retryPauseMilliseconds: 60_000,
  retentionMilliseconds: 24 * 60 * 60 * 1_000,
  paceMilliseconds: 20,
  restartMilliseconds: 10_000,
  settingsTakeEffectMilliseconds: 10_000,
  settingsReadBackMilliseconds: 0,
  countRefreshMilliseconds: 10_000,
  statusDelayMilliseconds: 1_000,
};
