import { createApiClient, type ApiClient, type ClientLimits } from "@greenhook/core/api";
import { Option, type Command } from "commander";
import { CommandFailure } from "../command-failure.ts";

/** The options that name an instance. */
export interface AccountOptions {
  readonly apiUrl?: string;
  readonly idInstance?: string;
  readonly apiTokenInstance?: string;
}

/** Gives a command the options that name an instance. The token may stand in the environment alone, where other users can't see it. */
export function withAccountOptions(command: Command): Command {
  return command
    .addOption(new Option("--api-url <url>", "the instance's host, as the console shows it").env("GREEN_API_URL"))
    .addOption(new Option("--id-instance <number>", "the instance's number").env("GREEN_API_ID_INSTANCE"))
    .addOption(
      new Option("--api-token-instance <token>", "the instance's token; better in GREEN_API_TOKEN_INSTANCE than here").env(
        "GREEN_API_TOKEN_INSTANCE",
      ),
    );
}

/** Whether any of the options was given. */
export function namesAccount({ apiUrl, idInstance, apiTokenInstance }: AccountOptions): boolean {
  return [apiUrl, idInstance, apiTokenInstance].some((value) => value !== undefined && value !== "");
}

/** @throws {CommandFailure} an option is missing or wrong: which, and what to set; its value isn't in the message */
export function clientOf(options: AccountOptions, limits: ClientLimits = briefly): ApiClient {
  const { apiUrl, idInstance, apiTokenInstance } = options;
  const missing = [
    ...(apiUrl ? [] : ["--api-url (or GREEN_API_URL)"]),
    ...(idInstance ? [] : ["--id-instance (or GREEN_API_ID_INSTANCE)"]),
    ...(apiTokenInstance ? [] : ["--api-token-instance (or GREEN_API_TOKEN_INSTANCE)"]),
  ];
  if (!apiUrl || !idInstance || !apiTokenInstance) {
    throw new CommandFailure(
      `No instance is named: set ${missing.join(", ")}; the console at https://console.green-api.com shows all three`,
    );
  }
  try {
    return createApiClient({ apiUrl, idInstance, apiTokenInstance, ...limits });
  } catch (error) {
    throw new CommandFailure((error as Error).message.replace('call "createApiClient"', "use the instance's options"));
  }
}

/** Somebody sits there and waits: a failure is told soon. */
const briefly: ClientLimits = { maxRetries: 2, maxBackoffMilliseconds: 2_000 };
