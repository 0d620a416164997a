import type { DatabaseSync } from "node:sqlite";

/** Loaded with the first file: Node 22 warns that the module is experimental, which concerns nobody who uses another engine. */
export function connect(path: string, readOnly = false): DatabaseSync {
  // Undefined on a Node without it, whatever the types say.
  const sqlite = process.getBuiltinModule("node:sqlite") as { readonly DatabaseSync: typeof DatabaseSync } | undefined;
  if (sqlite === undefined) throw new Error(`it needs Node 22.13 or later, this is ${process.version}`);
  return new sqlite.DatabaseSync(path, { readOnly });
}
