import { createEmulator, VirtualClock } from "@greenhook/emulator";
import { afterAll, describe, expect, test } from "vitest";
import { methodCalls, prepare, type MethodCall } from "./method-calls.ts";
import { callApi, callPartner, type ApiResponse } from "./start-emulator.ts";

const clock = new VirtualClock();
const emulator = await createEmulator({ clock, rateLimits: false });
afterAll(() => emulator.close());
const prepared = await prepare(emulator, (milliseconds) => clock.advance(milliseconds));
const calls = methodCalls(prepared);

describe("every documented method", () => {
  test("is called: 83 of them", () => {
    expect(new Set(calls.map(({ method }) => method)).size).toBe(83);
    expect(calls).toHaveLength(83);
  });

  test.each(calls)("$method: the documented result", async (call) => {
    const response = await send(call);
    expect(response).toMatchObject({ status: 200 });
    if (call.result === undefined) expect(response.text).toBe("");
    else expect(response.json).toEqual(call.result);
  });
});

/** The call as GREEN-API documents it on the wire. */
function send({ method, verb, input, on }: MethodCall): Promise<ApiResponse> {
  if (on === "partner") return callPartner(emulator, verb, method, input);
  const access = on === undefined ? prepared.access : emulator.addInstance(on);
  const { receiptId, file, ...fields } = input ?? {};
  if (typeof receiptId === "number") return callApi(access, verb, method, { rest: `/${receiptId}` });
  if (input === undefined) return callApi(access, verb, method);
  if (verb === "GET") return callApi(access, verb, method, { rest: `?${new URLSearchParams(texts(fields)).toString()}` });
  if (method === "uploadFile") {
    return callApi(access, verb, method, { body: file, headers: { "content-type": "image/jpeg", "ga-filename": "a.jpg" } });
  }
  return callApi(access, verb, method, { body: file === undefined ? fields : formOf(file as Uint8Array<ArrayBuffer>, texts(fields)) });
}

function texts(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)]));
}

function formOf(file: Uint8Array<ArrayBuffer>, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set("file", new Blob([file], { type: "image/jpeg" }), "picture.jpg");
  return form;
}
