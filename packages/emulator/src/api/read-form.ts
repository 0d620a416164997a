import { ApiFailure } from "./api-failure.ts";

/** A part of a form whose bytes are still to be read. */
export interface FormPart {
  readonly name: string;
  /** `undefined` for a plain field. */
  readonly fileName: string | undefined;
  /** Empty if the part has none. */
  readonly mimeType: string;
  /** The part's bytes, as they arrive. */
  readonly content: AsyncIterable<Uint8Array>;
}

const maxHeaderBytes = 16 * 1_024;
const endOfHeaders = Buffer.from("\r\n\r\n");

/** The parts of a `multipart/form-data` body, one after another. Each must be read to its end. @throws {ApiFailure} it isn't a form */
export async function* readForm(chunks: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<FormPart, void> {
  const reader = createReader(chunks);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  try {
    await reader.bytesUntil(delimiter, maxHeaderBytes);
    for (;;) {
      // The rest of the boundary's line: `--` after the last part.
      const line = await reader.bytesUntil(Buffer.from("\r\n"), maxHeaderBytes, "--");
      if (line.toString("latin1") === "--") return;
      const head = (await reader.bytesUntil(endOfHeaders, maxHeaderBytes)).toString();
      const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? "";
      const name = parameterOf(disposition, "name");
      if (name === undefined) throw malformed();
      const mimeType = /^content-type:(.*)$/im.exec(head)?.[1]?.trim() ?? "";
      yield { name, fileName: parameterOf(disposition, "filename"), mimeType, content: reader.until(delimiter) };
    }
  } finally {
    await reader.close();
  }
}

/** The boundary in a `Content-Type`. `undefined` if it isn't that of a form. */
export function boundaryOf(contentType = ""): string | undefined {
  const [, quoted, bare] = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? [];
  return quoted ?? bare;
}

/** A value in `Content-Disposition`. Clients write a quotation mark in it as `%22` or `\"`, a line break as `%0D%0A`, other letters as UTF-8. */
function parameterOf(disposition: string, name: string): string | undefined {
  const value = new RegExp(`[;\\s]${name}="((?:[^"\\\\]|\\\\.)*)"`, "i").exec(disposition)?.[1];
  return value
    ?.replace(/\\(["\\])/g, "$1")
    .replaceAll("%22", '"')
    .replace(/%0D/gi, "\r")
    .replace(/%0A/gi, "\n");
}

function malformed(): ApiFailure {
  return new ApiFailure(400, "Unexpected end of form");
}

interface Reader {
  /** The bytes up to the delimiter, which is skipped, or the words `orStart` if the bytes start with them. */
  bytesUntil(delimiter: Buffer, maxBytes: number, orStart?: string): Promise<Buffer>;
  /** The bytes up to the delimiter, which is skipped, in pieces. */
  until(delimiter: Buffer): AsyncGenerator<Uint8Array, void>;
  /** Ends reading the source. */
  close(): Promise<unknown>;
}

function createReader(chunks: AsyncIterable<Uint8Array>): Reader {
  const source = chunks[Symbol.asyncIterator]();
  // A form's first boundary has no line break before it.
  let held: Buffer = Buffer.from("\r\n");

  async function more(): Promise<void> {
    const { done, value } = await source.next();
    if (done === true) throw malformed();
    held = held.length === 0 ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : Buffer.concat([held, value]);
  }

  return {
    async bytesUntil(delimiter, maxBytes, orStart = "") {
      for (;;) {
        if (orStart !== "" && held.subarray(0, orStart.length).toString("latin1") === orStart) return Buffer.from(orStart);
        const end = held.indexOf(delimiter);
        if (end !== -1 && end <= maxBytes) {
          const bytes = held.subarray(0, end);
          held = held.subarray(end + delimiter.length);
          return bytes;
        }
        if (held.length > maxBytes + delimiter.length) throw malformed();
        await more();
      }
    },
    async *until(delimiter) {
      for (;;) {
        const end = held.indexOf(delimiter);
        // A delimiter may be cut in two by the end of what has arrived.
        const safe = end === -1 ? Math.max(0, held.length - delimiter.length + 1) : end;
        const bytes = held.subarray(0, safe);
        held = held.subarray(end === -1 ? safe : safe + delimiter.length);
        if (bytes.length > 0) yield bytes;
        if (end !== -1) return;
        await more();
      }
    },
    close: async () => source.return?.(),
  };
}
