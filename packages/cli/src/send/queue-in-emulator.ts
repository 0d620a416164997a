import type { AccountOptions } from "../account/account-options.ts";
import { CommandFailure } from "../command-failure.ts";

/**
 * Queues a notification in a running emulator, as if it had happened in the messenger. Resolves to whether a flag of the instance asks for
 * it.
 *
 * @throws {CommandFailure} no instance is given, or it isn't one of an emulator; the message holds no token
 */
export async function queueInEmulator(options: AccountOptions, notification: string): Promise<boolean> {
  const { apiUrl, idInstance, apiTokenInstance } = options;
  if (!apiUrl || !idInstance || !apiTokenInstance || !URL.canParse(apiUrl)) {
    throw new CommandFailure("No emulated instance given: set the variables that greenhook emulate or greenhook listen --samples prints");
  }
  const { origin } = new URL(apiUrl);
  const path = `/waInstance${encodeURIComponent(idInstance)}/emulateNotification/${encodeURIComponent(apiTokenInstance)}`;
  const response = await fetch(`${origin}${path}`, { method: "POST", body: notification, redirect: "manual" }).catch(() => {
    throw new CommandFailure(`Cannot reach the emulator at ${origin}: is it running?`);
  });
  if (response.status !== 200)
    throw new CommandFailure(`Cannot queue in the emulator at ${origin}: ${reasons[response.status] ?? `answered ${response.status}`}`);
  const { queued } = (await response.json()) as { queued?: unknown };
  return queued === true;
}

const reasons: Readonly<Record<number, string>> = {
  400: "it isn't a notification",
  401: "compare --api-token-instance with what it printed",
  403: "it has no such instance",
  404: "this isn't an emulator",
};
