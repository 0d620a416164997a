/** SQLite's primary result codes. */
const codes = { busy: 5, locked: 6, readOnly: 8, ioError: 10, corrupt: 11, full: 13, cantOpen: 14, protocol: 15, notADatabase: 26 };

/** What passes by itself, or when the disk has room again. */
const transient: ReadonlySet<number | undefined> = new Set([codes.busy, codes.locked, codes.ioError, codes.full, codes.protocol]);

const sentences: ReadonlyMap<number, string> = new Map([
  [codes.busy, "another process holds its lock"],
  [codes.locked, "another connection holds its lock"],
  [codes.readOnly, "it can't be written to"],
  [codes.ioError, "the disk failed to read or write"],
  [codes.corrupt, "it is corrupt"],
  [codes.full, "the disk is full"],
  [codes.cantOpen, "it can't be opened"],
  [codes.protocol, "too many processes open it at once"],
  [codes.notADatabase, "it isn't an SQLite database"],
]);

/** Whether the same may succeed a moment later. */
export function isTransient(error: unknown): boolean {
  return transient.has(primaryCodeOf(error));
}

/** The error with a sentence of ours, its cause kept. */
export function describeSqliteError(what: string, error: unknown): Error {
  const code = primaryCodeOf(error);
  const why = (code === undefined ? undefined : sentences.get(code)) ?? (error instanceof Error ? error.message : String(error));
  return Object.assign(new Error(`${what}: ${why}`, { cause: error }), code === undefined ? undefined : { errcode: code });
}

/** SQLite's extended codes have the primary one in their lowest byte. */
function primaryCodeOf(error: unknown): number | undefined {
  const { errcode } = typeof error === "object" && error !== null ? (error as { readonly errcode?: unknown }) : {};
  return typeof errcode === "number" ? errcode & 0xff : undefined;
}
