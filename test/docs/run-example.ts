import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { programOf, typescriptBlocks } from "./compile-blocks.ts";
import { fileOf } from "./markdown-pages.ts";

const anyPort = fileURLToPath(new URL("any-port.mjs", import.meta.url));

/** The token that the examples read from it. */
const env = { ...process.env, WEBHOOK_TOKEN: "secret" };

function programIn(page: string, file: string): string {
  const block = typescriptBlocks.find((candidate) => candidate.page === page && fileOf(candidate) === file);
  if (block === undefined) throw new Error(`Cannot find the example "${file}" in ${page}`);
  return programOf(block);
}

/** Runs an example to its end. */
export function runExample(page: string, file: string): { status: number | null; output: string } {
  const args = ["--test-reporter=tap", programIn(page, file)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8", timeout: 30_000 });
  return { status, output: stdout + stderr };
}

/** An example that serves, on a port of its own and in an empty folder. */
export interface ServedExample {
  readonly url: string;
  readonly output: () => string;
  /** Sends SIGTERM; the exit code. */
  readonly stop: () => Promise<number | null>;
}

export async function serveExample(page: string, file: string, more: NodeJS.ProcessEnv = {}): Promise<ServedExample> {
  const cwd = mkdtempSync(join(tmpdir(), "greenhook-example-"));
  const program = spawn(process.execPath, ["--import", anyPort, programIn(page, file)], {
    cwd,
    env: { ...env, ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [program.stdout, program.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const port = await portOf(program, () => printed);
  return {
    url: `http://127.0.0.1:${port}/green-api/webhook`,
    output: () => printed,
    stop: async () => {
      if (program.exitCode === null) {
        const exited = once(program, "exit");
        program.kill("SIGTERM");
        await exited;
      }
      rmSync(cwd, { recursive: true, force: true });
      return program.exitCode;
    },
  };
}

/** What any-port.mjs prints once the example listens. */
async function portOf(program: ChildProcess, printed: () => string): Promise<string> {
  for (;;) {
    const [, port] = /^any-port: (\d+)$/m.exec(printed()) ?? [];
    if (port !== undefined) return port;
    if (program.exitCode !== null) throw new Error(`The example ended before it listened: ${printed()}`);
    await Promise.race([once(program.stdout!, "data"), once(program, "exit")]);
  }
}
