import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** One replay at a time in a directory: two would deliver everything twice. */
export async function lockReplay(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, ".replay.lock");
  const holder = `${process.pid} ${hostname()}`;
  for (;;) {
    try {
      await writeFile(file, holder, { flag: "wx", mode: 0o600 });
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const other = await readFile(file, "utf8").catch(() => "");
    const [pid = "", host] = other.split(" ");
    if (isRunning(Number(pid), host)) {
      throw new Error(`Cannot replay "${directory}": another replay of it runs (process ${pid} on ${host}); if it doesn't, delete ${file}`);
    }
    // It was killed.
    await rm(file, { force: true });
  }
}

/** Of another machine that shares the directory nothing is known: its replay counts as running. */
function isRunning(pid: number, host: string | undefined): boolean {
  if (host !== undefined && host !== hostname()) return true;
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
