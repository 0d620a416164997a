import { execFileSync } from "node:child_process";

/** Runs npm or pnpm, gives what it printed. npm's own variables would change what they do. */
export function runQuietly(command: string, args: readonly string[], cwd: string): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name)));
  return execFileSync(command, args, { cwd, env: { ...env, CI: "1" }, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
}
