import { styleText as nodeStyle } from "node:util";

type Format = Parameters<typeof nodeStyle>[0];

/** Colours a text for standard output, where that is a terminal that wants colours. */
export function style(format: Format, text: string): string {
  return wantsColours ? nodeStyle(format, text) : text;
}

const wantsColours = process.stdout.isTTY && process.env["NO_COLOR"] === undefined && process.env["TERM"] !== "dumb";
