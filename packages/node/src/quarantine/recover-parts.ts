import { readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** A part that another process is writing just now is younger than that. */
const writingMilliseconds = 60_000;

/** Renames the whole files that a killed process left as parts, and removes the halves. */
export function recoverParts(directory: string): void {
  for (const part of readdirSync(directory)) {
    const [, name] = /^\.(.+\.json)\.part$/.exec(part) ?? [];
    if (name === undefined) continue;
    const path = join(directory, part);
    try {
      if (isWhole(path)) renameSync(path, join(directory, name));
      else if (Date.now() - statSync(path).mtimeMs > writingMilliseconds) rmSync(path);
    } catch {
      // Another process was faster, or the file isn't ours: it stays.
    }
  }
}

function isWhole(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, "utf8"));
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
