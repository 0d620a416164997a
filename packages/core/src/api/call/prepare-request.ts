import { ApiValidationError } from "./api-error.ts";
import type { MethodSpec } from "../methods/method-spec.ts";
import { isObject } from "../../schema/is-object.ts";
import { wireSettings } from "./wire-settings.ts";

/** An input, checked and encoded. */
export interface PreparedRequest {
  /** The part of the URL after the token: `/1234`, `?minutes=60`, or nothing. */
  readonly suffix: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Checks and encodes an input. @throws {ApiValidationError} names the wrong key, without the value */
export function prepareRequest(method: string, spec: MethodSpec, input: unknown): PreparedRequest {
  if (spec.input === undefined) return { suffix: "", headers: {} };
  if (!isObject(input)) throw new ApiValidationError({ method, detail: "the input must be an object" });
  for (const [key, { expected, holds }] of Object.entries(spec.input.required ?? {})) {
    if (input[key] === undefined)
      throw new ApiValidationError({ method, key, expected, detail: `"${key}" is missing; it must ${expected}` });
    if (!holds(input[key])) throw new ApiValidationError({ method, key, expected });
  }
  for (const [key, { expected, holds }] of Object.entries(spec.input.optional ?? {})) {
    if (input[key] !== undefined && !holds(input[key])) throw new ApiValidationError({ method, key, expected });
  }

  if (spec.inputAs === "multipart") return { suffix: "", ...multipartOf(input["file"] as Uint8Array) };
  const { [spec.pathKey ?? ""]: last, ...rest } = input;
  const path = typeof last === "number" ? `/${last}` : "";
  if (spec.verb !== "POST") return { suffix: path + queryOf(rest), headers: {} };
  return { suffix: path, headers: { "content-type": "application/json" }, body: jsonOf(method, settingsOf(method, spec, rest)) };
}

function settingsOf(method: string, { inputAs }: MethodSpec, input: Record<string, unknown>): object {
  if (inputAs === undefined) return input;
  if (inputAs !== "settings and name") return wireSettings(input, method);
  const { name, ...settings } = input;
  if (name === undefined) return wireSettings(settings, method);
  if (typeof name !== "string") throw new ApiValidationError({ method, key: "name", expected: "be of type string" });
  return Object.keys(settings).length === 0 ? { name } : { name, ...wireSettings(settings, method) };
}

function jsonOf(method: string, value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    throw new ApiValidationError({ method, detail: "the input can't be written as JSON (a bigint, or an object that contains itself)" });
  }
}

function queryOf(input: Record<string, unknown>): string {
  const pairs = Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodePart(key)}=${encodePart(String(value))}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** A part of a URL, encoded. Half of a surrogate pair, which `encodeURIComponent` throws at, becomes U+FFFD. */
export function encodePart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}

/** A form with one JPEG in it, as the field `file`. */
function multipartOf(file: Uint8Array): { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array } {
  // 100 random bits: it can't occur in the file.
  const boundary = `greenhook-${[0, 0].map(() => Math.random().toString(36).slice(2, 13)).join("")}`;
  const encoder = new TextEncoder();
  const head = encoder.encode(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="picture.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
  );
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  const body = new Uint8Array(head.byteLength + file.byteLength + tail.byteLength);
  body.set(head);
  body.set(file, head.byteLength);
  body.set(tail, head.byteLength + file.byteLength);
  return { headers: { "content-type": `multipart/form-data; boundary=${boundary}` }, body };
}
