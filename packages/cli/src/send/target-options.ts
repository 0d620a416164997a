import { Option, type Command } from "commander";
import { CommandFailure } from "../command-failure.ts";
import { authorizationOf, checkToken } from "../listen/choose-token.ts";

/** Where a command delivers to. */
export interface TargetOptions {
  readonly to: string;
  readonly token?: string;
}

/** Gives a command the options of a delivery's target. */
export function withTargetOptions(command: Command): Command {
  return command
    .addOption(new Option("--to <url>", "where to deliver to").env("WEBHOOK_URL").default("http://127.0.0.1:3000/green-api/webhook/"))
    .addOption(new Option("--token <token>", "what webhookUrlToken would hold; without it no header is sent").env("WEBHOOK_TOKEN"));
}

/** @throws {CommandFailure} the address isn't one, or no header can carry the token; neither is quoted, since either may be a secret */
export function targetOf({ to, token }: TargetOptions): { url: string; authorization: string | undefined } {
  if (!URL.canParse(to) || !/^https?:$/.test(new URL(to).protocol)) {
    throw new CommandFailure("Cannot deliver: --to (or WEBHOOK_URL) must be a URL that begins with http:// or https://");
  }
  checkToken(token);
  return { url: to, authorization: token === undefined || token.trim() === "" ? undefined : authorizationOf(token) };
}
