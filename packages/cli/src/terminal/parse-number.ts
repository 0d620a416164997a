import { InvalidArgumentError } from "commander";

export function parsePort(text: string): number {
  return parseWholeNumber("a port", 0, 65_535)(text);
}

/** Creates the parser of an option that is a whole number within bounds. */
export function parseWholeNumber(name: string, min: number, max: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`${name} must be a whole number from ${min} to ${max}`);
  };
}
