import { inspect } from "node:util";
import { vi } from "vitest";
import { runCommands } from "../../packages/cli/dist/commands/run-commands.js";

class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

/**
 * Runs a command that ends by itself in this very process, which is many times faster than a process of its own: one at a time. What it
 * prints, to standard output and error alike, and its exit code are what `runGreenhook` gives.
 */
export async function callGreenhook(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; printed: string }> {
  let printed = "";
  const print = (text: unknown): true => {
    printed += typeof text === "string" ? text : inspect(text);
    return true;
  };
  const spies = [
    vi.spyOn(console, "log").mockImplementation((text: unknown) => void print(`${String(text)}\n`)),
    vi.spyOn(console, "error").mockImplementation((text: unknown) => void print(`${String(text)}\n`)),
    vi.spyOn(process.stdout, "write").mockImplementation(print),
    vi.spyOn(process.stderr, "write").mockImplementation(print),
    vi.spyOn(process, "exit").mockImplementation((code) => {
      throw new Exit(Number(code ?? 0));
    }),
  ];
  const before = { env: process.env, exitCode: process.exitCode };
  const signals = (["SIGINT", "SIGTERM"] as const).map((signal) => ({ signal, listeners: process.listeners(signal) }));
  process.env = { PATH: before.env["PATH"], ...env };
  process.exitCode = undefined;
  try {
    await runCommands(args);
    return { code: exitCode(), printed };
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    return { code: error.code, printed };
  } finally {
    process.env = before.env;
    process.exitCode = before.exitCode;
    for (const { signal, listeners } of signals) {
      for (const listener of process.listeners(signal)) if (!listeners.includes(listener)) process.off(signal, listener);
    }
    for (const spy of spies) spy.mockRestore();
  }
}

function exitCode(): number {
  return Number(process.exitCode ?? 0);
}
