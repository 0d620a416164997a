import { spawn } from "node:child_process";
import { once } from "node:events";

/** A server in a process of its own. */
export interface Program {
  readonly url: string;
  /** Whether it still runs. */
  readonly isAlive: () => boolean;
  /** Everything it wrote. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a native executable (wrappers would leave it behind when they are stopped) and waits until it says `port <number>`, or workerd's
 * `{"event":"listen",…,"port":<number>}`.
 */
export async function startProgram(command: string, args: readonly string[], cwd: string): Promise<Program> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const port = await new Promise<string>((resolve, reject) => {
    const onOutput = (chunk: Buffer): void => {
      output += chunk.toString();
      const [, found] = /port"?[ :]+(\d+)/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", onOutput);
    child.stderr.on("data", onOutput);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Cannot start ${command}: it ended with ${code}: ${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    output: () => output,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}
