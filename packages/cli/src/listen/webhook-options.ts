import { Option, type Command } from "commander";
import { parsePort } from "../terminal/parse-number.ts";

export interface WebhookOptions {
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly token?: string;
}

/** Adds the options of a receiver. */
export function withWebhookOptions(command: Command): Command {
  return command
    .addOption(new Option("--port <number>", "port to listen on, 0 for any").env("PORT").default(3000).argParser(parsePort))
    .addOption(new Option("--host <address>", "address to listen on").env("HOST").default("127.0.0.1"))
    .addOption(new Option("--path <path>", "path of the webhook").env("WEBHOOK_PATH").default("/green-api/webhook/"))
    .addOption(new Option("--token <token>", "the webhookUrlToken of the instance (default: generated)").env("WEBHOOK_TOKEN"));
}
