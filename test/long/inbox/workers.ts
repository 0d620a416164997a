import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What `work.mjs` is told. */
export interface WorkerOptions {
  readonly path: string;
  readonly log: string;
  readonly handlerMilliseconds: number;
  /** The part of its runs that fail. */
  readonly failures?: number;
  readonly times?: { readonly leaseMilliseconds: number; readonly beatMilliseconds: number };
}

/** A line of the workers' log. */
export interface WorkerLine {
  readonly pid: number;
  readonly at: number;
  readonly what: "ready" | "start" | "fail" | "end" | "aborted" | "stale";
  readonly idMessage: string;
}

export function startWorker(options: WorkerOptions): ChildProcess {
  return startProgram("work.mjs", options);
}

export function startProgram(name: string, options: object): ChildProcess {
  const program = fileURLToPath(new URL(`../../inbox/programs/${name}`, import.meta.url));
  return spawn(process.execPath, ["--no-warnings", program, JSON.stringify(options)], { stdio: ["ignore", "inherit", "inherit"] });
}

export function readLog(log: string): readonly WorkerLine[] {
  return readFileSync(log, "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as WorkerLine);
}
