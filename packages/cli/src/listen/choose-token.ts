import { randomBytes } from "node:crypto";
import { authorizationOf } from "@greenhook/core";
import { CommandFailure } from "../command-failure.ts";

/** The token that a receiver expects. */
export interface ChosenToken {
  readonly value: string;
  /** Whether it was generated for this run. */
  readonly generated: boolean;
  /** The value of the `Authorization` header that carries it. */
  readonly authorization: string;
}

/** @throws {CommandFailure} the token is blank, or no header can carry it */
export function chooseToken(token: string | undefined): ChosenToken {
  if (token?.trim() === "") throw new CommandFailure("The token is blank: leave --token and WEBHOOK_TOKEN out to have one generated");
  checkToken(token);
  const value = token ?? randomBytes(16).toString("hex");
  // The value isn't empty, so there is a header.
  return { value, generated: token === undefined, authorization: authorizationOf(value) as string };
}

/** @throws {CommandFailure} no header can carry the token */
export function checkToken(token: string | undefined): void {
  // eslint-disable-next-line no-control-regex -- that they are absent is the point
  if (token !== undefined && /[\0-\b\n-\x1f\x7f]/.test(token))
    throw new CommandFailure("The token contains a line break or another control character: no HTTP header can carry it");
}
