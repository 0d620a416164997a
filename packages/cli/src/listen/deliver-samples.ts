import { CommandFailure } from "../command-failure.ts";
import type { RunningEmulator } from "../emulate/start-emulator.ts";
import { sampleNotifications } from "./samples.ts";

/** An emulator that has delivered the samples and keeps running. */
export interface SampleSource {
  readonly emulator: RunningEmulator;
  readonly access: { readonly idInstance: number; readonly apiTokenInstance: string; readonly apiUrl: string };
}

/**
 * Starts an emulated GREEN-API that delivers the samples one after another, each after the response to the last.
 *
 * @throws {CommandFailure} one wasn't answered 200
 */
export async function deliverSamples(webhookUrl: string, webhookUrlToken: string): Promise<SampleSource> {
  // Loaded on demand: most receivers don't need the emulator.
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
      if (!delivered)
        settle(
          new CommandFailure(status === undefined ? `Cannot deliver a sample: ${error}` : `Cannot deliver a sample: answered ${status}`),
        );
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
