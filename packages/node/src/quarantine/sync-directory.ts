import { open } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes the entries of a directory outlive a crash: a file that was renamed there may be gone otherwise. Windows can't open directories and
 * needs no such thing; some network file systems can't do it.
 */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP"].includes(codeOf(error))) throw error;
  } finally {
    await directory.close();
  }
}

/** The same for directories that were created, whose entries are in their parents. A parent that we may not read can't be synced by us. */
export async function syncNewDirectories(first: string, last: string): Promise<void> {
  for (let path = last; path.length >= first.length; path = dirname(path)) {
    await syncDirectory(dirname(path)).catch((error: unknown) => {
      if (codeOf(error) !== "EACCES") throw error;
    });
  }
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}
