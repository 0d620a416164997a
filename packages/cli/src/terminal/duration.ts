import { InvalidArgumentError } from "commander";

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Creates the parser of an option that is a length of time, such as `26h` or `30d`: its milliseconds. */
export function parseDuration(name: string, mostDays: number): (text: string) => number {
  return (text) => {
    const [, number = "", unit = ""] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
    const milliseconds = Number(number) * (seconds[unit] ?? 0) * 1_000;
    if (milliseconds > 0 && milliseconds <= mostDays * 86_400_000) return milliseconds;
    throw new InvalidArgumentError(`${name} must be a number with s, m, h or d, such as 26h, of at most ${mostDays}d`);
  };
}

/** A length of time for people: `45 s`, `12 min`, `3 h`, `2 days`. */
export function describeDuration(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 2) return `${Math.max(0, Math.round(milliseconds / 1_000))} s`;
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1_440)} days`;
}
