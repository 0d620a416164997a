import { InvalidArgumentError } from "commander";

/** A port, for an option. */
export function parsePort(text: string): number {
  return parseWhole("a port", 0, 65_535)(text);
}

/** Makes the reader of an option that is a whole number within bounds. */
export function parseWhole(what: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`${what} is a number from ${least} to ${most}`);
  };
}
