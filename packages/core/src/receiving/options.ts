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

/** @throws TypeError for an option that isn't known, with the nearest one that is: a misspelt `quarantine` would be none. */
export function checkOptionNames(action: string, options: object, known: Readonly<Record<string, true>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || Object.hasOwn(known, name)) continue;
    const nearest = Object.keys(known).reduce((best, other) => (commonStart(name, other) > commonStart(name, best) ? other : best));
    const hint = commonStart(name, nearest) < 3 ? "" : `: did you mean "${nearest}"?`;
    throw new TypeError(`Cannot ${action}: there is no option "${name}"${hint}`);
  }
}

/** How many characters are the same from the start: `deadlineMs` is near to `deadlineMilliseconds`. */
function commonStart(name: string, other: string): number {
  let length = 0;
  while (length < name.length && name[length] === other[length]) length += 1;
  return length;
}
