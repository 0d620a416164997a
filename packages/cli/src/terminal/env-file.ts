import { parseEnv } from "node:util";
import { readTextFile } from "../files/read-text-file.ts";

/**
 * Reads the file of `--env-file` into the environment, where a variable that is already set stays as it is. To be called before the options
 * are parsed, since most have a variable.
 *
 * @throws {CommandFailure} the file can't be read
 */
export async function loadEnvFile(args: readonly string[]): Promise<void> {
  const path = valueOf("--env-file", args);
  if (path === undefined) return;
  for (const [name, value] of Object.entries(parseEnv(await readTextFile(path)))) process.env[name] ??= value ?? "";
}

function valueOf(flag: string, args: readonly string[]): string | undefined {
  const inline = args.find((arg) => arg.startsWith(`${flag}=`));
  const index = args.indexOf(flag);
  return inline?.slice(flag.length + 1) ?? (index === -1 ? undefined : args[index + 1]);
}
