import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const program = join(import.meta.dirname, "../../packages/cli/dist/greenhook.js");

export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** Everything printed so far, to standard output and error alike. */
  readonly printed: () => string;
  /** Resolves with what a pattern finds, once it is printed. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

/** Runs the command line as a child process, in an environment of its own. */
export function runGreenhook(args: readonly string[], options: { env?: Record<string, string>; cwd?: string } = {}): Running {
  const env = { PATH: process.env["PATH"], ...options.env };
  const child = spawn(process.execPath, [program, ...args], { env, ...(options.cwd === undefined ? undefined : { cwd: options.cwd }) });
  let printed = "";
  const onPrinted = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      for (const listener of onPrinted) listener();
    });
  }
  const ended = once(child, "close").then(([code]) => code as number | null);
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    child,
    printed: () => printed,
    ended,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const found = pattern.exec(printed);
          if (found === null) return;
          onPrinted.delete(check);
          resolve(found);
        };
        onPrinted.add(check);
        void ended.then(() => reject(new Error(`Ended before it printed ${String(pattern)}:\n${printed}`)));
        check();
      }),
  };
}
