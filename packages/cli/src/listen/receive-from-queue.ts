import type { WebhookHandler } from "@greenhook/core";
import { pollNotifications, type ApiClient } from "@greenhook/core/api";
import { apiFailure } from "../account/api-failure.ts";
import { printable } from "../terminal/printable.ts";
import type { Output } from "../terminal/output.ts";

export interface QueueOptions {
  readonly client: ApiClient;
  /** Gets each notification as if it had come as a webhook: all that listens to it works alike. */
  readonly handler: WebhookHandler;
  readonly authorization: string;
  readonly signal: AbortSignal;
  readonly output: Output;
  /** For the message if it can't be reached. */
  readonly apiUrl: string | undefined;
}

/**
 * Receives notifications from the queue of an instance, so that no public address is needed. Each is deleted once the handler answered 200.
 *
 * @throws {ApiWebhookUrlSetError} a `webhookUrl` is set: GREEN-API then gives nothing out of the queue
 */
export async function receiveFromQueue({ client, handler, authorization, signal, output, apiUrl }: QueueOptions): Promise<void> {
  const hand = async (value: unknown): Promise<void> => {
    const { status, body } = await handler({ method: "POST", authorization: [authorization], body: { kind: "read", value } });
    if (status !== 200) throw new Error(`answered ${status} ${body}`);
  };
  await pollNotifications({
    client,
    signal,
    deliver: ({ value }) => hand(value),
    // What isn't a notification takes the same way: the handler has the quarantine, or refuses it.
    quarantine: ({ value }) => hand(value),
    onFailure: ({ step, error, retryInMilliseconds }) => {
      const retry = `retrying in ${Math.ceil(retryInMilliseconds / 1000)} s`;
      const { message } = apiFailure(error, apiUrl) as Error;
      output.line(`Queue: ${step} failed, ${retry}: ${printable(message, 400)}`);
      output.object({ event: "failure", step, message, retryInMilliseconds });
    },
  });
}
