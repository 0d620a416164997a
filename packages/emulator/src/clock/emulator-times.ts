/** Durations in milliseconds. The defaults are GREEN-API's own where they are documented. */
export interface EmulatorTimes {
  /** The timeout of a delivery. @default 180_000 */
  readonly responseTimeoutMilliseconds: number;
  /** The pause before a retry. @default 60_000 */
  readonly retryPauseMilliseconds: number;
  /** The retention of a notification in the queue. @default 86_400_000, 24 hours */
  readonly retentionMilliseconds: number;
  /** The minimum time between the starts of two deliveries of an instance. @default 20, about 50 deliveries a second */
  readonly paceMilliseconds: number;
  /** How long an instance is `starting` after `setSettings` or `reboot`. @default 10_000 */
  readonly restartMilliseconds: number;
  /** The delay until new settings take effect. GREEN-API documents up to 5 minutes. @default 10_000 */
  readonly settingsTakeEffectMilliseconds: number;
  /** How long `getSettings` still returns the old values. Some minutes were observed. @default 0 */
  readonly settingsReadBackMilliseconds: number;
  /** The refresh interval of the count in `getWebhooksCount`. @default 10_000 */
  readonly countRefreshMilliseconds: number;
  /** The delay before each status of a sent message: `sent`, then `delivered`. @default 1_000 */
  readonly statusDelayMilliseconds: number;
  /** The delay until a message or call is in the journals. GREEN-API documents up to 2 minutes. @default 0 */
  readonly journalLagMilliseconds: number;
  /** The delay until a template that was created or edited is `APPROVED`. @default 10_000 */
  readonly templateApprovalMilliseconds: number;
}

/** @see https://green-api.com/en/docs/api/recommendations/working-with-incomming-webhooks/ */
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
  journalLagMilliseconds: 0,
  templateApprovalMilliseconds: 10_000,
};
