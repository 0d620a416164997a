import type { Manifest } from "./published-packages.ts";

/** Every file that a package.json points to: what users, compilers and bundlers load. */
export function targetsOf({ exports = {}, imports = {}, bin = {} }: Manifest): readonly string[] {
  return [...new Set([exports, imports, bin].flatMap(filesIn))];
}

function filesIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(filesIn) : [];
}
