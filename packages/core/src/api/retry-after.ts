/** No answer may make us wait longer. */
const maxMilliseconds = 60_000;

/** What a `Retry-After` header asks for, in milliseconds, at most a minute: seconds or a date. `undefined` where it makes no sense. */
export function retryAfterMilliseconds(header: string | undefined): number | undefined {
  if (header === undefined || header.length > 64) return undefined;
  // `Date.parse` takes "-1" and "1.5" for days in 2001; dates, as servers must write them, end with GMT.
  const date = header.trimEnd().endsWith("GMT") ? Date.parse(header) - Date.now() : NaN;
  const asked = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : date;
  return Number.isNaN(asked) ? undefined : Math.min(maxMilliseconds, Math.max(0, asked));
}
