import { CommandFailure } from "../command-failure.ts";
import type { RunningEmulator } from "../emulate/start-emulator.ts";
import { sampleNotifications } from "./samples.ts";

/** An emulator that has delivered the samples, and is there for more. */
export interface SampleSource {
  readonly emulator: RunningEmulator;
  readonly access: { readonly idInstance: number; readonly apiTokenInstance: string; readonly apiUrl: string };
}

/**
 * Has an emulated GREEN-API deliver the samples: one after another, each answered before the next.
 *
 * @throws {CommandFailure} one wasn't answered 200
 */
export async function deliverSamples(webhookUrl: string, webhookUrlToken: string): Promise<SampleSource> {
  // Loaded only here: a receiver on its own has no use for it.
  const { startEmulator } = await import("../emulate/start-emulator.ts");
  const samples = sampleNotifications();
  let left = samples.length;
  let settle: (failure?: CommandFailure) => void = () => {};
  const settled = new Promise<void>((resolve, reject) => {
    settle = (failure) => (failure === undefined ? resolve() : reject(failure));
  });
  const emulator = await startEmulator({
    port: 0,
    host: "127.0.0.1",
    onAttempt: ({ delivered, status, error }) => {
      if (!delivered) settle(new CommandFailure(`A sample was answered ${status ?? `not at all: ${error}`}`));
      else if (--left === 0) settle();
    },
  });
  const access = emulator.add({ webhookUrl, webhookUrlToken });
  for (const sample of samples) emulator.notify(access.idInstance, sample);
  try {
    await settled;
  } catch (error) {
    await emulator.close();
    throw error;
  }
  return { emulator, access };
}
