import type { WebhookHandler } from "@greenhook/core";
import { startWebhookServer, type WebhookServer } from "@greenhook/node";
import { CommandFailure } from "../command-failure.ts";
import { listenReason } from "../terminal/listen-reason.ts";

/** Where a webhook is served. */
export interface WebhookAddress {
  readonly port: number;
  readonly host: string;
  readonly path: string;
}

/** @throws {CommandFailure} it can't listen there */
export async function serveWebhook(handler: WebhookHandler, { port, host, path }: WebhookAddress): Promise<WebhookServer> {
  try {
    return await startWebhookServer({ handler, port, host, path });
  } catch (error) {
    // What isn't said by the system says itself which option is wrong.
    if (error instanceof TypeError) throw new CommandFailure(error.message);
    throw new CommandFailure(`Cannot listen on ${host}:${port}: ${listenReason(error, { port: "--port", host: "--host" })}`);
  }
}
