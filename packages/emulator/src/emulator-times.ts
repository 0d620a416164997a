/** How long things take, milliseconds. The defaults are GREEN-API's own where they are documented. */
export interface EmulatorTimes {
  /** How long an answer is waited for. Default: 180,000. */
  readonly responseTimeoutMilliseconds: number;
  /** The pause before the same notification is sent again. Default: 60,000. */
  readonly retryPauseMilliseconds: number;
  /** How long a notification is kept. Default: 24 hours. */
  readonly retentionMilliseconds: number;
  /** The least time between the beginnings of two deliveries of an instance. Default: 20, about 50 a second. */
  readonly paceMilliseconds: number;
  /** How long an instance is `starting` after `setSettings` or `reboot`. Default: 10,000. */
  readonly restartMilliseconds: number;
  /** How long it takes settings to take effect. Default: 10,000; GREEN-API says within 5 minutes. */
  readonly settingsTakeEffectMilliseconds: number;
  /** How long `getSettings` goes on showing the old values. Default: 0; observed are some minutes. */
  readonly settingsReadBackMilliseconds: number;
  /** How old the number that `getWebhooksCount` answers may be. Default: 10,000. */
  readonly countRefreshMilliseconds: number;
  /** How long after `sendMessage` each status of the message follows: sent, then delivered. Default: 1,000. */
  readonly statusDelayMilliseconds: number;
}
