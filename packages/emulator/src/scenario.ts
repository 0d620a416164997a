/** One notification of a {@link Scenario}. */
export interface ScenarioStep {
  /** The notification, or the text of a body to send as it is. */
  readonly notification: object | string;
  /** How long after the step before it, milliseconds. Default: 0. */
  readonly afterMilliseconds?: number;
  /** How long it has been waiting already, milliseconds. Default: 0. */
  readonly ageMilliseconds?: number;
}

/** Notifications, one after another: what `emulator.play` takes. */
export type Scenario = readonly ScenarioStep[];
