import { createApiClient, type ApiClient, type ClientLimits } from "@greenhook/core/api";
import { Option, type Command } from "commander";
import { CommandFailure } from "../command-failure.ts";

/** The options that name an instance. */
export interface AccountOptions {
  readonly apiUrl?: string;
  readonly idInstance?: string;
  readonly apiTokenInstance?: string;
}

/** Adds the options that name an instance. The token belongs in the environment, where other users of the machine can't see it. */
export function withAccountOptions(command: Command): Command {
  return command
    .addOption(new Option("--api-url <url>", "host of the instance, as the console shows it").env("GREEN_API_URL"))
    .addOption(new Option("--id-instance <number>", "number of the instance").env("GREEN_API_ID_INSTANCE"))
    .addOption(
      new Option("--api-token-instance <token>", "token of the instance; better set GREEN_API_TOKEN_INSTANCE").env(
        "GREEN_API_TOKEN_INSTANCE",
      ),
    );
}

/** Whether any of the options was given. */
export function namesAccount({ apiUrl, idInstance, apiTokenInstance }: AccountOptions): boolean {
  return [apiUrl, idInstance, apiTokenInstance].some((value) => value !== undefined && value !== "");
}

/** @throws {CommandFailure} an option is missing or invalid; the message names it without its value */
export function clientOf(options: AccountOptions, limits: ClientLimits = interactiveLimits): ApiClient {
  const { apiUrl, idInstance, apiTokenInstance } = options;
  const missing = [
    ...(apiUrl ? [] : ["--api-url (or GREEN_API_URL)"]),
    ...(idInstance ? [] : ["--id-instance (or GREEN_API_ID_INSTANCE)"]),
    ...(apiTokenInstance ? [] : ["--api-token-instance (or GREEN_API_TOKEN_INSTANCE)"]),
  ];
  if (!apiUrl || !idInstance || !apiTokenInstance) {
    throw new CommandFailure(`No instance given: set ${missing.join(", ")}; the console at https://console.green-api.com shows all three`);
  }
  try {
    return createApiClient({ apiUrl, idInstance, apiTokenInstance, ...limits });
  } catch (error) {
    throw new CommandFailure((error as Error).message.replace('call "createApiClient"', "use the options of the instance"));
  }
}

/** Interactive use: fail fast. */
const interactiveLimits: ClientLimits = { maxRetries: 2, maxBackoffMilliseconds: 2_000 };
