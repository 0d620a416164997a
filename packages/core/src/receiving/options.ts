// JavaScript callers bypass the types: a wrong option fails at the start, not on the first delivery.

/** @throws TypeError for an option that is neither a function nor absent. */
export function optionalFunction<Option>(action: string, name: string, option: Option): Option {
  if (option === undefined || typeof option === "function") return option;
  throw new TypeError(`Cannot ${action}: "${name}" must be a function`);
}

/** @throws TypeError for a number that no timer can hold: those hold 31 bits. */
export function positiveNumber(action: string, name: string, value: number): number {
  if (value > 0 && value <= 2 ** 31 - 1) return value;
  throw new TypeError(`Cannot ${action}: "${name}" must be a number above 0 and below 2^31`);
}
