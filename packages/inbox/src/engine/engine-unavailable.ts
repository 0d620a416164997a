/** Thrown by an engine that is busy or away: what was to be stored is held, and tried again. Any other error rejects the delivery. */
export class EngineUnavailable extends Error {
  override readonly name: string = "EngineUnavailable";
}
