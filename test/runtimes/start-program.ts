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
 * `{"event":"listen",…,"port":<number>}`, or until the port in `env.PORT` answers.
 */
export async function startProgram(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
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
    if (env["PORT"] !== undefined) void untilReachable(env["PORT"]).then(() => resolve(env["PORT"] ?? ""), reject);
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

async function untilReachable(port: string): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`Nothing answers at port ${port}`);
}
