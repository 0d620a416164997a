import type { WebhookHandler } from "@greenhook/core";
import { startWebhookServer, type WebhookServer } from "@greenhook/node";
import { CommandFailure } from "../command-failure.ts";
import { listenReason } from "../terminal/listen-reason.ts";

export interface WebhookAddress {
  readonly port: number;
  readonly host: string;
  readonly path: string;
}

/** @throws {CommandFailure} the address can't be listened on, or an option is invalid */
export async function serveWebhook(handler: WebhookHandler, { port, host, path }: WebhookAddress): Promise<WebhookServer> {
  try {
    return await startWebhookServer({ handler, port, host, path });
  } catch (error) {
    // A TypeError names the invalid option itself.
    if (error instanceof TypeError) throw new CommandFailure(error.message);
    throw new CommandFailure(`Cannot listen on ${host}:${port}: ${listenReason(error, { port: "--port", host: "--host" })}`);
  }
}
