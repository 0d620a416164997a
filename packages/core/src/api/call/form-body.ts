import type { FileInput, FileSource } from "../methods/file-input.ts";
import { check } from "../methods/value-check.ts";
import { ApiValidationError } from "./api-error.ts";
import { encodePart } from "./encode-part.ts";
import { UploadBody } from "./upload-body.ts";

/** A body and the headers that say what it is. */
export interface UploadRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: UploadBody;
}

/** A form: first the input's other keys as fields, then the file, so that a server knows what it is for before it arrives. */
export function formOf({ file, mimeType, ...fields }: UploadInput, picture: boolean): UploadRequest {
  // 100 random bits: it can't occur in the file.
  const boundary = `greenhook-${[0, 0].map(() => Math.random().toString(36).slice(2, 13)).join("")}`;
  const fileName = picture ? "picture.jpg" : (textOf(fields["fileName"]) ?? textOf(namedOf(file).name) ?? "file");
  const type = picture ? "image/jpeg" : (mediaTypeOf(file, mimeType) ?? "application/octet-stream");
  const head = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(key)}"\r\n\r\n${fieldOf(value)}\r\n`);
  head.push(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted(fileName)}"\r\nContent-Type: ${type}\r\n\r\n`,
  );
  const encoder = new TextEncoder();
  const body = new UploadBody(encoder.encode(head.join("")), file, encoder.encode(`\r\n--${boundary}--\r\n`));
  return { headers: { "content-type": `multipart/form-data; boundary=${boundary}` }, body };
}

/** The file alone, with what else is known about it in headers. @throws {ApiValidationError} nothing says which media type it has */
export function fileAlone(method: string, { file, mimeType, fileName }: UploadInput): UploadRequest {
  const type = mediaTypeOf(file, mimeType);
  if (type === undefined) {
    const { expected } = check.mediaType;
    throw new ApiValidationError({ method, key: "mimeType", expected, detail: `"mimeType" is missing; it must ${expected}` });
  }
  const name = textOf(fileName);
  // A header can't hold other characters.
  const header = name === undefined || /^[\x20-\x7e]*$/.test(name) ? name : encodePart(name);
  const nothing = new Uint8Array(0);
  return {
    headers: { "content-type": type, ...(header === undefined ? undefined : { "ga-filename": header }) },
    body: new UploadBody(nothing, file, nothing),
  };
}

/** An input whose file was checked. */
export interface UploadInput extends Readonly<Record<string, unknown>> {
  readonly file: FileInput;
}

function mediaTypeOf(file: FileInput, given: unknown): string | undefined {
  return [given, namedOf(file).type].find(check.mediaType.holds);
}

function namedOf(file: FileInput): Partial<FileSource> {
  return file as Partial<FileSource>;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function fieldOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** As browsers write names in forms. */
function quoted(name: string): string {
  return name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
