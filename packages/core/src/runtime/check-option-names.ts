/** @throws TypeError for an option that isn't known, with the nearest one that is: a misspelt `quarantine` would be none. */
export function checkOptionNames(action: string, options: object, known: Readonly<Record<string, true>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || Object.hasOwn(known, name)) continue;
    let nearest: string | undefined;
    // The one that begins most like it: `deadlineMs` is near to `deadlineMilliseconds`.
    for (let start = name; start.length > 2 && nearest === undefined; start = start.slice(0, -1))
      nearest = Object.keys(known).find((each) => each.startsWith(start));
    throw new TypeError(`Cannot ${action}: there is no option "${name}"${nearest === undefined ? "" : `: did you mean "${nearest}"?`}`);
  }
}
