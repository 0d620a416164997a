import { allFlagsOn, createEmulator, type Attempt, type InstanceAccess } from "@greenhook/emulator";
import { CommandFailure } from "../command-failure.ts";
import { listenReason } from "../terminal/listen-reason.ts";

export interface RunningEmulator {
  readonly url: string;
  /** Adds an instance that sends every type of notification. */
  add(settings: { webhookUrl: string; webhookUrlToken: string }): InstanceAccess;
  /** Queues a notification. */
  notify(idInstance: number, notification: object): void;
  close(): Promise<void>;
}

/** @throws {CommandFailure} the address can't be listened on */
export async function startEmulator(options: {
  port: number;
  host: string;
  onAttempt: (attempt: Attempt) => void;
}): Promise<RunningEmulator> {
  try {
    const emulator = await createEmulator({ ...options, keepAttempts: 100 });
    return {
      url: emulator.url,
      add: (settings) => emulator.addInstance({ settings: { ...allFlagsOn, ...settings } }),
      notify: (idInstance, notification) => void emulator.notify(idInstance, notification, { verbatim: true }),
      close: () => emulator.close(),
    };
  } catch (error) {
    const why = listenReason(error, { port: "--port", host: "--host" });
    throw new CommandFailure(`Cannot listen on ${options.host}:${options.port}: ${why}`);
  }
}
