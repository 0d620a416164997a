/** The part of a Postman collection that is read. */
export interface PostmanItem {
  readonly name: string;
  readonly item?: readonly PostmanItem[];
  readonly request?: {
    readonly method: string;
    readonly url: string | { readonly raw: string };
    readonly header?: readonly { readonly key: string; readonly value: string }[];
    readonly body?: { readonly mode?: string; readonly raw?: string; readonly formdata?: readonly FormField[] };
  };
  readonly response?: readonly { readonly name: string; readonly code?: number; readonly body?: string | null }[];
}

interface FormField {
  readonly key: string;
  readonly type?: string;
  readonly value?: string;
  readonly disabled?: boolean;
}

/** A request of the collection, as this project's client is to be called. */
export interface VendorRequest {
  readonly name: string;
  readonly verb: string;
  readonly host: "api" | "media";
  /** As the collection spells it. */
  readonly method: string;
  /** What follows the token. */
  readonly suffix: string;
  /** `broken`: the collection's own example isn't JSON. */
  readonly body: { readonly kind: "none" | "json" | "form" | "bytes" | "broken"; readonly value?: unknown };
  readonly input: object | undefined;
  /** Bodies with status 200: text, `""` where the collection says that it is empty. */
  readonly responses: readonly string[];
}

/** Stands for every file: its content doesn't matter. */
export const vendorFile = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);

/** All requests of a collection: what has a URL of the API. Samples of notifications have none. */
export function requestsOf({ item = [] }: { readonly item?: readonly PostmanItem[] }): readonly VendorRequest[] {
  return item.flatMap((each) => (each.request === undefined ? requestsOf(each) : requestOf(each)));
}

function requestOf({ name, request, response = [] }: PostmanItem): readonly VendorRequest[] {
  if (request === undefined) return [];
  const raw = typeof request.url === "string" ? request.url : request.url.raw;
  const [, host, method, rest] =
    /\{\{(apiUrl|mediaUrl)\}\}\/waInstance\{\{idInstance\}\}\/(\w+)\/\{\{apiTokenInstance\}\}(.*)$/s.exec(raw.trim()) ?? [];
  if (host === undefined || method === undefined || rest === undefined) return [];
  const suffix = rest.replace("{{receiptId}}", "1234567").replace(/\{\{\w+\}\}/g, "BAE5000000000001");
  const body = bodyOf(request);
  const responses = response
    .filter(({ code }) => code === undefined || code === 200)
    .map((each) => withoutComments(each.body ?? "").trim());
  const input = inputOf(suffix, body);
  return [{ name, verb: request.method, host: host === "mediaUrl" ? "media" : "api", method, suffix, body, input, responses }];
}

function bodyOf({ body = {}, header = [] }: NonNullable<PostmanItem["request"]>): VendorRequest["body"] {
  if (body.mode === "raw" && (body.raw ?? "").trim() !== "") return jsonBody(withoutComments(body.raw ?? ""));
  if (body.mode === "formdata") {
    const fields = (body.formdata ?? []).filter(({ disabled }) => disabled !== true);
    return { kind: "form", value: Object.fromEntries(fields.map(({ key, type, value }) => [key, type === "file" ? vendorFile : value])) };
  }
  if (body.mode === "file") {
    const mimeType = header.find(({ key }) => key.toLowerCase() === "content-type")?.value || "image/jpeg";
    return { kind: "bytes", value: { file: vendorFile, mimeType } };
  }
  return { kind: "none" };
}

function jsonBody(text: string): VendorRequest["body"] {
  try {
    return { kind: "json", value: JSON.parse(text) as unknown };
  } catch {
    return { kind: "broken" };
  }
}

/** The input that our client takes for it. */
function inputOf(suffix: string, { value }: VendorRequest["body"]): object | undefined {
  if (typeof value === "object" && value !== null) return value;
  if (suffix.startsWith("/")) return { receiptId: Number(suffix.slice(1)) };
  const pairs = [...new URLSearchParams(suffix)].map(([key, text]) => [key, /^\d+$/.test(text) ? Number(text) : text] as const);
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

/** The collection explains its JSON by comments. */
function withoutComments(text: string): string {
  return text.replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*/g, (_, string: string | undefined) => string ?? "");
}
