import { existsSync, readFileSync } from "node:fs";
import type { ApiClient } from "@greenhook/core/api";
import { describe, expect, test } from "vitest";
import { canary, clientOf, idInstance, startLocalApi, type SeenCall } from "./local-api.ts";
import { requestsOf, type PostmanItem, type VendorRequest } from "./postman-collection.ts";

const fixtures = new URL("../../fixtures/", import.meta.url);
const committed = requestsIn(new URL("vendor-requests/collection.json", fixtures));

/** The numbers of the README's table. */
const table = new Map(
  readFileSync(new URL("../../../README.md", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.slice(2, -2).split(" | ") as [string, string]),
);

test("every request and every response of the vendor's collection is ours too, as the README says", async () => {
  const { requests, same, responses, results, methods } = await compare(committed);
  expect(same).toEqual(requests);
  expect(results).toEqual(responses);
  expect(table.get("requests that ours equal in verb, host, path and body")).toBe(`${same.length} of ${requests.length}`);
  expect(table.get("responses that give a typed result")).toBe(`${results.length} of ${responses.length}`);
  expect(table.get("methods among them")).toBe(`${methods.size}`);
});

test("a request of another verb, path or body isn't taken for ours", async () => {
  const [first] = committed.filter(({ method }) => method === "sendPoll") as [VendorRequest];
  for (const wrong of [
    { ...first, verb: "PUT" },
    { ...first, host: "media" as const },
    { ...first, suffix: "/1" },
    { ...first, body: { kind: "json", value: { ...first.input, more: 1 } } as const },
    { ...first, responses: ['{"message":"no id"}'] },
  ]) {
    const { requests, same, responses, results } = await compare([wrong]);
    expect([requests, responses]).not.toEqual([same, results]);
  }
});

// The folder of a fetched green-api/green-api-postman-collection, which isn't part of this project.
const folder = process.env["POSTMAN_COLLECTION"];

describe.skipIf(folder === undefined)("the collection itself", () => {
  // The Portuguese one is of 2021, with methods that GREEN-API has archived since.
  test.each(["en", "ru"])("%s: every request and every response is ours too", async (language) => {
    const file = new URL(`file://${folder ?? ""}/${language}/collection.json`);
    expect(existsSync(file)).toBe(true);
    const { requests, same, responses, results, broken } = await compare(requestsIn(file));
    console.log(`${language}: ${same.length} of ${requests.length} requests, ${results.length} of ${responses.length} responses`, broken);
    expect(requests.length).toBeGreaterThan(20);
    expect(same).toEqual(requests);
    expect(results).toEqual(responses);
  });
});

function requestsIn(file: URL): readonly VendorRequest[] {
  return requestsOf(JSON.parse(readFileSync(file, "utf8")) as { readonly item: readonly PostmanItem[] });
}

/** Makes every call with our client, and lists which requests and results are the documented ones. */
async function compare(all: readonly VendorRequest[]) {
  const broken: string[] = [];
  const found = { requests: [] as string[], same: [] as string[], responses: [] as string[], results: [] as string[] };
  let respond = "";
  const apis = {
    api: await startLocalApi((_, response) => response.end(respond)),
    media: await startLocalApi((_, response) => response.end(respond)),
  };
  const client = clientOf(apis.api.url, { mediaUrl: apis.media.url });
  const methods = new Map(Object.entries(client).map(([name, method]) => [name.toLowerCase(), [name, method] as const]));
  for (const request of all) {
    const name = `${request.name} (${request.method})`;
    const [ours, method] = methods.get(request.method.toLowerCase()) ?? [];
    if (request.body.kind === "broken") {
      broken.push(name);
      continue;
    }
    found.requests.push(name);
    if (ours === undefined || method === undefined) continue;
    const call = method as (input?: object) => Promise<unknown>;
    const examples = request.responses.length === 0 ? [""] : request.responses;
    const seen: (SeenCall | undefined)[] = [];
    for (const [index, example] of examples.entries()) {
      if (request.responses.length > 0 && example !== "" && !isJson(example)) {
        broken.push(`${name}, response ${index + 1}`);
        continue;
      }
      respond = example;
      const before = apis[request.host].calls.length;
      const result = await (request.input === undefined ? call() : call(request.input)).catch((error: unknown) => error);
      seen.push(apis[request.host].calls[before]);
      if (request.responses.length === 0) continue;
      found.responses.push(`${name}, response ${index + 1}`);
      if (isResultOf(example, result)) found.results.push(`${name}, response ${index + 1}`);
    }
    if (seen.every((each) => each !== undefined && isSame(request, ours as keyof ApiClient, each))) found.same.push(name);
  }
  return { ...found, broken, methods: new Set(all.map(({ method }) => method.toLowerCase())) };
}

function isSame(request: VendorRequest, ours: string, { verb, path, contentType = "", body }: SeenCall): boolean {
  const expected = `/waInstance${idInstance}/${ours}/${canary.token}${request.suffix}`;
  if (verb !== request.verb || path.toLowerCase() !== expected.toLowerCase()) return false;
  const { kind, value } = request.body;
  if (kind === "none") return body.length === 0;
  if (kind === "json") return equal(JSON.parse(String(body)), value);
  if (kind === "bytes")
    return contentType === (value as { mimeType: string }).mimeType && body.equals((value as { file: Uint8Array }).file);
  const fields = Object.keys(value as object).every((key) => body.includes(`name="${key}"`));
  return fields && contentType.startsWith("multipart/form-data");
}

/** Whether the result is the documented body: the empty one gives `undefined`. */
function isResultOf(example: string, result: unknown): boolean {
  if (result instanceof Error) return false;
  if (example === "") return result === undefined;
  const documented = JSON.parse(example) as unknown;
  // The text as it arrived is added to a notification.
  const { rawText: _, ...rest } = (result ?? {}) as { readonly rawText?: string };
  return equal(Array.isArray(documented) ? result : rest, documented);
}

function equal(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
