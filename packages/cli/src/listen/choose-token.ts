import { randomBytes } from "node:crypto";
import { CommandFailure } from "../command-failure.ts";

/** The token that a receiver expects: the one given, or one made for this run. */
export interface ChosenToken {
  readonly value: string;
  readonly made: boolean;
  /** The whole `Authorization` header that carries it. */
  readonly authorization: string;
}

/** @throws {CommandFailure} the token is blank */
export function chooseToken(token: string | undefined): ChosenToken {
  if (token?.trim() === "") throw new CommandFailure("The token is blank: leave --token and WEBHOOK_TOKEN out to have one made");
  const value = token ?? randomBytes(16).toString("hex");
  return { value, made: token === undefined, authorization: authorizationOf(value) };
}

/** The header that GREEN-API makes of a `webhookUrlToken`. */
export function authorizationOf(token: string): string {
  return /^(bearer|basic) /i.test(token) ? token : `Bearer ${token}`;
}
