import { authorizationOf } from "@greenhook/core";
import { Option, type Command } from "commander";
import { CommandFailure } from "../command-failure.ts";
import { checkToken } from "../listen/choose-token.ts";

export interface TargetOptions {
  readonly to: string;
  readonly token?: string;
}

/** Adds the options that name where to deliver. */
export function withTargetOptions(command: Command): Command {
  return command
    .addOption(new Option("--to <url>", "URL to deliver to").env("WEBHOOK_URL").default("http://127.0.0.1:3000/green-api/webhook/"))
    .addOption(
      new Option("--token <token>", "webhookUrlToken to authenticate with; without it no Authorization header is sent").env(
        "WEBHOOK_TOKEN",
      ),
    );
}

/** @throws {CommandFailure} the URL or the token is invalid; neither is quoted, since either may hold a secret */
export function targetOf({ to, token }: TargetOptions): { url: string; authorization: string | undefined } {
  if (!URL.canParse(to) || !/^https?:$/.test(new URL(to).protocol)) {
    throw new CommandFailure("Cannot deliver: --to (or WEBHOOK_URL) must be a URL that begins with http:// or https://");
  }
  checkToken(token);
  return { url: to, authorization: authorizationOf(token?.trim() === "" ? "" : (token ?? "")) };
}
