import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What a compiler said about a consumer. */
export interface Compilation {
  /** Its errors; empty where it compiled. */
  readonly errors: string;
  /** How many types it instantiated. */
  readonly instantiations: number;
  /** How many files it read. */
  readonly files: number;
  /** How long it checked, seconds. */
  readonly checkSeconds: number;
}

/** A folder with the consumers and the built package, which holds nothing else: no zod, no DOM's or Node's types. */
export function consumerFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "greenhook-consumer-"));
  cpSync(join(root, "test/consumers"), path, { recursive: true });
  const core = join(path, "node_modules/@greenhook/core");
  cpSync(join(root, "packages/core/dist"), join(core, "dist"), { recursive: true });
  writeFileSync(join(core, "package.json"), readFileSync(join(root, "packages/core/package.json")));
  writeFileSync(join(path, "package.json"), `{ "type": "module" }`);
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

/** Compiles one file of such a folder; `compiler` is the name of a development dependency, such as `typescript-5.5`. */
export function compileConsumer(folder: string, file: string, compiler: string, options: readonly string[]): Compilation {
  const strict = ["--strict", "--noEmit", "--skipLibCheck", "false", "--target", "ES2022", "--lib", "ES2022", ...options];
  const tsc = join(root, "node_modules", compiler, "bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, ...strict, "--extendedDiagnostics", file], { cwd: folder, encoding: "utf8" });
  const figure = (name: string) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
  return {
    errors: stdout
      .split("\n")
      .filter((line) => line.includes("error TS"))
      .join("\n"),
    instantiations: figure("Instantiations"),
    files: figure("Files"),
    checkSeconds: figure("Check time"),
  };
}
