import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is removed when the test is over. */
export function temporaryFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), "greenhook-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
