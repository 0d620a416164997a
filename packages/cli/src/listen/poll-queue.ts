import type { Receiver } from "@greenhook/core";
import { PollingRefusedError, pollNotifications, type ApiClient } from "@greenhook/core/api";
import { apiFailure } from "../account/api-failure.ts";
import { CommandFailure } from "../command-failure.ts";
import type { Output } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";

export interface QueueOptions {
  readonly client: ApiClient;
  readonly receiver: Receiver;
  readonly signal: AbortSignal;
  readonly output: Output;
  /** For the message if it can't be reached. */
  readonly apiUrl: string | undefined;
}

/**
 * Receives notifications from the queue of an instance, so that no public address is needed. Each is deleted once the receiver has it.
 *
 * @throws {CommandFailure} a `webhookUrl` is set (GREEN-API then returns nothing from the queue), or another failure that doesn't pass
 */
export async function pollQueue({ client, receiver, signal, output, apiUrl }: QueueOptions): Promise<void> {
  try {
    await pollNotifications({
      client,
      receiver,
      signal,
      logger: false,
      onFailure: ({ step, error, retryInMilliseconds }) => {
        const { message } = apiFailure(error, apiUrl) as Error;
        output.line(`Queue: ${step} failed, retrying in ${Math.ceil(retryInMilliseconds / 1000)} s: ${printable(message, 400)}`);
        output.object({ event: "failure", step, message, retryInMilliseconds });
      },
    });
  } catch (error) {
    throw error instanceof PollingRefusedError ? new CommandFailure(error.message) : apiFailure(error, apiUrl);
  }
}
