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

/** Calls a method of an instance. */
export async function callApi(
  { apiUrl, idInstance, apiTokenInstance }: InstanceAccess,
  verb: string,
  method: string,
  { body, rest = "" }: { body?: unknown; rest?: string } = {},
): Promise<ApiResponse> {
  const response = await fetch(`${apiUrl}/waInstance${idInstance}/${method}/${apiTokenInstance}${rest}`, {
    method: verb,
    ...(body === undefined ? undefined : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
}
