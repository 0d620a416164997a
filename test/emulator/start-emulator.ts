import {
  createEmulator,
  VirtualClock,
  type Emulator,
  type EmulatorOptions,
  type InstanceAccess,
  type VirtualClockOptions,
} from "@greenhook/emulator";
import { onTestFinished } from "vitest";

/** An emulator on a virtual clock. It is closed at the end of the test. */
export async function startEmulator(
  options: EmulatorOptions & VirtualClockOptions = {},
): Promise<{ clock: VirtualClock; emulator: Emulator }> {
  const clock = new VirtualClock(options);
  const emulator = await createEmulator({ clock, ...options });
  onTestFinished(() => emulator.close());
  return { clock, emulator };
}

/** A response of the API, as it is on the wire. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, or `undefined`. */
  readonly json: unknown;
}

/** Calls a method of an instance. The body is sent as it is if it is a text, bytes or a form, otherwise as JSON. */
export function callApi(
  { apiUrl, idInstance, apiTokenInstance }: InstanceAccess,
  verb: string,
  method: string,
  { body, rest = "", headers = {} }: { body?: unknown; rest?: string; headers?: Record<string, string> } = {},
): Promise<ApiResponse> {
  return request(verb, `${apiUrl}/waInstance${idInstance}/${method}/${apiTokenInstance}${rest}`, body, headers);
}

/** Calls a method of the partner. */
export function callPartner(
  { url, partnerToken }: { readonly url: string; readonly partnerToken: string },
  verb: string,
  method: string,
  body?: unknown,
): Promise<ApiResponse> {
  return request(verb, `${url}/partner/${method}/${partnerToken}`, body, {});
}

async function request(verb: string, url: string, body: unknown, headers: Record<string, string>): Promise<ApiResponse> {
  const ready = typeof body === "string" || body instanceof Uint8Array || body instanceof FormData ? body : JSON.stringify(body);
  const response = await fetch(url, { method: verb, headers, ...(body === undefined ? undefined : { body: ready }) });
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
}
