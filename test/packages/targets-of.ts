import type { Manifest } from "./published-packages.ts";

/** Every file that a package.json points to: what users, compilers and bundlers load. */
export function targetsOf({ exports, imports, bin, main, types, typesVersions }: Partial<Manifest>): readonly string[] {
  return [...new Set([exports, imports, bin, main, types, typesVersions].flatMap(filesIn))];
}

function filesIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(filesIn) : [];
}
