import type { IncomingMessage } from "node:http";
import { FileTooLargeError, type FileStore, type StoredFile } from "../files/file-store.ts";
import { ApiFailure } from "./api-failure.ts";
import { boundaryOf, readForm } from "./read-form.ts";
import { chunksOf } from "./request-body.ts";
import { responses } from "./response.ts";

/** The parts of a request's body. */
export interface Input {
  /** The fields of its JSON or of its form. An empty body has none. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The file in its form, or the whole body. */
  readonly file?: StoredFile;
}

/** Approximately GREEN-API's own limit. */
const maxJsonBytes = 100 * 1_024;

/** The limit of the parts of a form that aren't its file: its fields and headers. */
const maxFormBytes = 1_048_576;

/** Reads a body of JSON, a form with a file, or a file. @throws {ApiFailure} */
export async function readInput(
  request: IncomingMessage,
  kind: "json" | "form" | "file",
  files: FileStore,
  idleMilliseconds: number,
): Promise<Input> {
  if (kind === "json") return { fields: await readJson(request, idleMilliseconds) };
  if (Number(request.headers["content-length"]) > files.maxFileBytes + maxFormBytes) throw tooLarge();
  try {
    return await (kind === "form" ? readFormInput(request, files, idleMilliseconds) : readFileInput(request, files, idleMilliseconds));
  } catch (error) {
    throw error instanceof FileTooLargeError ? tooLarge() : error;
  }
}

async function readJson(request: IncomingMessage, idleMilliseconds: number): Promise<Readonly<Record<string, unknown>>> {
  const text = await textOf(chunksOf(request, idleMilliseconds), maxJsonBytes);
  if (text.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ApiFailure(400, error instanceof Error ? error.message : "Unexpected token in JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ApiFailure(400, "bad request data");
  return value as Readonly<Record<string, unknown>>;
}

async function readFormInput(request: IncomingMessage, files: FileStore, idleMilliseconds: number): Promise<Input> {
  const boundary = boundaryOf(request.headers["content-type"]);
  if (boundary === undefined) throw new ApiFailure(400, "Validation failed. Details: the body must be multipart/form-data");
  const fields: Record<string, string> = {};
  let file: StoredFile | undefined;
  let left = maxFormBytes;
  try {
    for await (const { name, fileName, mimeType, content } of readForm(chunksOf(request, idleMilliseconds), boundary)) {
      if (name === "file" && file === undefined) {
        file = await files.add(content, { fileName: fileName ?? "", mimeType });
      } else {
        const value = await textOf(content, left);
        fields[name] = value;
        left -= value.length + name.length + 1_024;
      }
    }
  } catch (error) {
    if (file !== undefined) await files.remove(file);
    throw error;
  }
  return file === undefined ? { fields } : { fields, file };
}

async function readFileInput(request: IncomingMessage, files: FileStore, idleMilliseconds: number): Promise<Input> {
  const { "content-type": mimeType = "", "ga-filename": named = "" } = request.headers;
  const fileName = decoded(String(named));
  return { fields: {}, file: await files.add(chunksOf(request, idleMilliseconds), { fileName, mimeType }) };
}

async function textOf(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new ApiFailure(500, "request entity too large");
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString();
}

/** No source has GREEN-API's response to a file above 100 MB. This is what its edge, an nginx, has for it. */
function tooLarge(): ApiFailure {
  return new ApiFailure(413, "Request Entity Too Large", responses.edge(413, "Request Entity Too Large"));
}

/** A header can hold other letters only percent-encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
