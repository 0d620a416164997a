import { styleText as nodeStyle } from "node:util";

type Format = Parameters<typeof nodeStyle>[0];

/** Colours a text if standard output is a terminal and `NO_COLOR` isn't set. */
export function style(format: Format, text: string): string {
  return hasColours ? nodeStyle(format, text) : text;
}

const hasColours = process.stdout.isTTY && process.env["NO_COLOR"] === undefined && process.env["TERM"] !== "dumb";
