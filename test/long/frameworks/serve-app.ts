import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackages } from "../../packages/pack-packages.ts";
import { executables } from "../../runtimes/runtimes.ts";
import { startProgram, type Program } from "../../runtimes/start-program.ts";
import type { FrameworkApp } from "./frameworks.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Puts what npm would publish beside the frameworks. */
export function installPackedPackages(tools: string): void {
  const destination = mkdtempSync(join(tmpdir(), "greenhook-tarballs-"));
  for (const tarball of packPackages(["core", "node", "express", "fetch", "fastify", "nestjs"], destination)) {
    const folder = join(root, tools, "node_modules/@greenhook", /^greenhook-([a-z]+)-\d/.exec(basename(tarball))?.[1] ?? "");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    execFileSync("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
  }
  rmSync(destination, { recursive: true });
}

/** Builds an app below the folder of its frameworks, and starts it. */
export async function serveApp(tools: string, { folder, runtime = "node", build, start, env = {} }: FrameworkApp): Promise<Program> {
  const cwd = join(root, tools, "apps", folder);
  const executable = { node: process.execPath, node22: nodeOf22(), bun: executables.bun }[runtime];
  const environment = { ...env, NODE_ENV: "production", PORT: await freePort() };
  if (build !== undefined) buildApp(executable, build, cwd, environment);
  return startProgram(executable, start, cwd, environment);
}

function buildApp(executable: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): void {
  const options = { cwd, env: { ...process.env, ...env }, stdio: "pipe", encoding: "utf8" } as const;
  try {
    execFileSync(executable, args, options);
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`Cannot build ${cwd}: ${stdout}${stderr}`, { cause: error });
  }
}

/** The Node at hand, or the one from npm where that is older. */
function nodeOf22(): string {
  const fromNpm = join(root, "tools/node22/node_modules/node22/bin/node");
  return existsSync(fromNpm) ? fromNpm : process.execPath;
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return String(port);
}
