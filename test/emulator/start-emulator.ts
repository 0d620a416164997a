import {
  createEmulator,
  VirtualClock,
  type Emulator,
  type EmulatorOptions,
  type InstanceAccess,
  type VirtualClockOptions,
} from "@greenhook/emulator";
import { onTestFinished } from "vitest";

/** An emulator on a clock that the test moves; both end with the test. */
export async function startEmulator(
  options: EmulatorOptions & VirtualClockOptions = {},
): Promise<{ clock: VirtualClock; emulator: Emulator }> {
  const clock = new VirtualClock(options);
  const emulator = await createEmulator({ clock, ...options });
  onTestFinished(() => emulator.close());
  return { clock, emulator };
}

/** An answer of the API, as it is on the wire. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, or `undefined`. */
  readonly json: unknown;
}

/** Calls a method of an instance, as any client would. */
export async function callApi(
  { apiUrl, idInstance, apiTokenInstance }: InstanceAccess,
  verb: string,
  method: string,
  { body, rest = "" }: { body?: unknown; rest?: string } = {},
): Promise<ApiAnswer> {
  const answer = await fetch(`${apiUrl}/waInstance${idInstance}/${method}/${apiTokenInstance}${rest}`, {
    method: verb,
    ...(body === undefined ? undefined : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: answer.status, headers: answer.headers, text, json };
}
