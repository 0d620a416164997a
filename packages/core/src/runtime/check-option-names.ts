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
