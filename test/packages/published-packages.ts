import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The fields of a package.json that the tests of what is published look at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly main?: string;
  readonly types?: string;
  readonly typesVersions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** A package that npm gets. */
export interface PublishedPackage {
  readonly name: string;
  /** Its folder below `packages`, such as `core`. */
  readonly folder: string;
  readonly path: string;
  readonly manifest: Manifest;
}

const root = fileURLToPath(new URL("../../packages/", import.meta.url));

/** Every package of the workspace that isn't private. */
export const publishedPackages: readonly PublishedPackage[] = readdirSync(root)
  .map((folder) => {
    const path = join(root, folder);
    const manifest = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as Manifest;
    return { name: manifest.name, folder, path, manifest };
  })
  .filter(({ manifest }) => manifest.private !== true);
