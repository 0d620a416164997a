import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { CommandFailure } from "../command-failure.ts";
import { fileReason } from "./file-reason.ts";
import { describeJsonError } from "@greenhook/core";

export interface Captured {
  /** Counted from 1. */
  readonly line: number;
  /** The JSON of the notification, as it arrived. */
  readonly body: string;
  readonly receivedAt?: Date;
}

/** A line as `capture` writes it: the body comes last, so that it can be cut out unparsed, with large numbers intact. */
const captureLine = /^\{"receivedAt":"([^"]+)","body":(.*)\}$/s;

export function capturedLine(receivedAt: Date, body: string): string {
  // Line breaks occur only between tokens of JSON, never within.
  return `{"receivedAt":"${receivedAt.toISOString()}","body":${body.replace(/[\r\n]+/g, " ")}}\n`;
}

/**
 * Reads a capture (NDJSON) line by line: lines as `capture` writes them, or one plain notification each. Empty lines are skipped. Ends when
 * the signal aborts, even while standard input is silent.
 *
 * @throws {CommandFailure} it can't be read, or a line isn't a notification
 */
export async function* readCaptured(path: string, signal: AbortSignal): AsyncGenerator<Captured> {
  const lines = createInterface({ input: path === "-" ? process.stdin : createReadStream(path), crlfDelay: Infinity, signal });
  let number = 0;
  try {
    for await (const text of lines) {
      number++;
      if (text.trim() !== "") yield parseLine(text.replace(/^\uFEFF/, ""), number, path);
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`Cannot read "${path}": ${fileReason(error)}`);
  } finally {
    lines.close();
  }
}

function parseLine(text: string, line: number, path: string): Captured {
  const refuse = (why: string): CommandFailure => new CommandFailure(`Cannot read "${path}": line ${line} isn't a notification: ${why}`);
  const wrong = describeJsonError(text);
  if (wrong !== undefined) throw refuse(wrong);
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refuse("it must be a JSON object");
  const found = captureLine.exec(text);
  if (found !== null) return { line, body: found[2]!, receivedAt: new Date(found[1]!) };
  if ("typeWebhook" in value) return { line, body: text };
  if ("body" in value && typeof value.body === "object" && value.body !== null) return { line, body: JSON.stringify(value.body) };
  throw refuse('it has no "typeWebhook"');
}
