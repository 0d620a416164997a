import { open, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { CommandFailure } from "../command-failure.ts";
import { fileReason } from "./file-reason.ts";

/** A file that lines are added to. */
export interface CaptureFile {
  /** Adds a line, and resolves once it is on the disk. @throws {CommandFailure} it can't be written */
  append(line: string): Promise<void>;
  close(): Promise<void>;
}

/** @throws {CommandFailure} the file can't be written */
export async function openCaptureFile(path: string): Promise<CaptureFile> {
  const refuse = (error: unknown): never => {
    throw new CommandFailure(`Cannot write to "${path}": ${fileReason(error)}`);
  };
  const file = await open(path, "a+", 0o600).catch(refuse);
  let isWhole = await endsWithLine(file).catch(refuse);
  await syncFolder(dirname(path));
  let next: { readonly lines: string[]; readonly written: Promise<void> } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const write = async (lines: readonly string[]): Promise<void> => {
    // Half a line, of a full disk or a killed process, is left alone instead of spoiling the next one.
    const text = `${isWhole ? "" : "\n"}${lines.join("")}`;
    isWhole = false;
    await file.appendFile(text);
    isWhole = true;
    await file.datasync().catch(ignoreUnsupported);
  };

  return {
    append: (line) => {
      // Lines that arrive while the disk works on earlier ones are written, and synced, together.
      if (next !== undefined) next.lines.push(line);
      else {
        const lines = [line];
        const written = last.then(() => {
          next = undefined;
          return write(lines);
        });
        next = { lines, written };
        last = written.catch(() => undefined);
      }
      return next.written.catch(refuse);
    },
    close: async () => {
      await last;
      await file.close();
    },
  };
}

async function endsWithLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === "\n";
}

/** A new file's name is on the disk only once its folder is. Some systems can't sync folders. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** Pipes and devices, such as /dev/stdout, have nothing to sync. */
function ignoreUnsupported(error: unknown): void {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== "EINVAL" && code !== "ENOTSUP") throw error;
}
