import type { WebhookHandler } from "@greenhook/core";
import { startWebhookServer, type WebhookServer } from "@greenhook/node";
import { CommandFailure } from "../command-failure.ts";

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
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new CommandFailure(`Cannot listen on ${host}:${port}: the port is in use; choose another with --port`);
    throw new CommandFailure(`Cannot listen on ${host}:${port}: ${code ?? String(error)}`);
  }
}
