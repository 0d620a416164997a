import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { CommandFailure } from "../command-failure.ts";
import { fileReason } from "./file-reason.ts";
import { jsonErrorIn } from "./json-error-in.ts";

/** A line of a capture: what arrived, and when. */
export interface Captured {
  /** Counted from 1. */
  readonly line: number;
  /** The notification's JSON, as it came. */
  readonly body: string;
  readonly receivedAt?: Date;
}

/** How `capture` writes a line: the body stands last, so that it can be taken out as it is, large numbers and all. */
const ours = /^\{"receivedAt":"([^"]+)","body":(.*)\}$/s;

/** A notification as a line of a capture. */
export function capturedLine(receivedAt: Date, body: string): string {
  // Line breaks in JSON stand only between its parts.
  return `{"receivedAt":"${receivedAt.toISOString()}","body":${body.replace(/[\r\n]+/g, " ")}}\n`;
}

/**
 * Reads a capture (NDJSON), a line at a time: our own lines, or one plain notification on each. Empty lines are skipped. Ends when the
 * signal is aborted, even while standard input says nothing.
 *
 * @throws {CommandFailure} it can't be read, or a line isn't such a thing: which, and why
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
  const wrong = jsonErrorIn(text);
  if (wrong !== undefined) throw refuse(wrong);
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refuse("it must be a JSON object");
  const found = ours.exec(text);
  if (found !== null) return { line, body: found[2]!, receivedAt: new Date(found[1]!) };
  if ("typeWebhook" in value) return { line, body: text };
  if ("body" in value && typeof value.body === "object" && value.body !== null) return { line, body: JSON.stringify(value.body) };
  throw refuse('it has no "typeWebhook"');
}
