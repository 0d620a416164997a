import { ApiValidationError } from "./api-error.ts";
import { encodePart } from "./encode-part.ts";
import type { MethodSpec } from "../methods/method-spec.ts";
import { isObject } from "../../schema/is-object.ts";
import { fileAlone, formOf, type UploadInput } from "./form-body.ts";
import type { UploadBody } from "./upload-body.ts";
import { wireSettings } from "./wire-settings.ts";

/** An input, checked and encoded. */
export interface PreparedRequest {
  /** The part of the URL after the token: `/1234`, `?minutes=60`, or nothing. */
  readonly suffix: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | UploadBody;
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

  checkOneOf(method, spec.input.oneOf, input);

  if (spec.inputAs === "query and body") {
    const suffix = queryOf((input["query"] ?? {}) as Record<string, unknown>);
    return input["body"] === undefined ? { suffix, headers: {} } : { suffix, ...json(method, input["body"]) };
  }
  if (spec.inputAs === "file") return { suffix: "", ...fileAlone(method, input as UploadInput) };
  if (spec.inputAs === "form" || spec.inputAs === "picture") {
    return { suffix: "", ...formOf(input as UploadInput, spec.inputAs === "picture") };
  }
  const { [spec.pathKey ?? ""]: last, ...rest } = input;
  const path = typeof last === "number" ? `/${last}` : "";
  if (spec.verb !== "POST") return { suffix: path + queryOf(rest), headers: {} };
  return { suffix: path, ...json(method, settingsOf(method, spec, rest)) };
}

function checkOneOf(method: string, keys: readonly string[] | undefined, input: Record<string, unknown>): void {
  if (keys === undefined) return;
  const given = keys.filter((key) => input[key] !== undefined);
  if (given.length === 1) return;
  const [key] = given.length === 0 ? keys : given.slice(1);
  const names = keys.map((name) => `"${name}"`).join(" or ");
  const detail = given.length === 0 ? `${names} is missing` : `only one of ${names} may be given`;
  throw new ApiValidationError({ method, key, detail });
}

function settingsOf(method: string, { inputAs }: MethodSpec, input: Record<string, unknown>): object {
  if (inputAs === undefined) return input;
  if (inputAs !== "settings and name") return wireSettings(input, method);
  const { name, ...settings } = input;
  if (name === undefined) return wireSettings(settings, method);
  if (typeof name !== "string") throw new ApiValidationError({ method, key: "name", expected: "be of type string" });
  return Object.keys(settings).length === 0 ? { name } : { name, ...wireSettings(settings, method) };
}

function json(method: string, value: unknown): Pick<PreparedRequest, "headers" | "body"> {
  let body: string | undefined;
  try {
    body = JSON.stringify(value) as string | undefined;
  } catch {
    // V8's message may quote a key.
  }
  if (body === undefined)
    throw new ApiValidationError({ method, detail: "the input can't be written as JSON (a bigint, or an object that contains itself)" });
  return { headers: { "content-type": "application/json" }, body };
}

function queryOf(input: Record<string, unknown>): string {
  const pairs = Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodePart(key)}=${encodePart(String(value))}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
