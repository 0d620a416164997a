import { readFile } from "node:fs/promises";
import { CommandFailure } from "../command-failure.ts";
import { fileReason } from "./file-reason.ts";

/** The text of a file; `-` is standard input. @throws {CommandFailure} it can't be read, or isn't UTF-8 */
export async function readTextFile(path: string): Promise<string> {
  const name = path === "-" ? "standard input" : `"${path}"`;
  let bytes: Buffer;
  try {
    bytes = path === "-" ? await readAll() : await readFile(path);
  } catch (error) {
    throw new CommandFailure(`Cannot read ${name}: ${fileReason(error)}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailure(`Cannot read ${name}: it isn't UTF-8 text`);
  }
}

async function readAll(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
