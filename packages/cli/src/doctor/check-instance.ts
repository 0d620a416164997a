import { ApiError, type ApiClient } from "@greenhook/core/api";
import { apiFailure } from "../account/api-failure.ts";
import type { Finding } from "./finding.ts";

/** Whether the API answers, and whether the account is authorised. */
export async function checkInstance(client: ApiClient, apiUrl: string | undefined): Promise<Finding> {
  const check = "instance";
  try {
    const result = (await client.getStateInstance({ timeoutMilliseconds: 20_000 })) as { stateInstance?: string } | null;
    const state = result?.stateInstance ?? "being created";
    if (state === "authorized") return { check, result: "ok", found: state };
    return { check, result: "fault", found: state, advice: adviceOnState[state] ?? "see the console" };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const [found = "", ...advice] = (apiFailure(error, apiUrl) as Error).message.split("; ");
    return { check, result: "fault", found, ...(advice.length === 0 ? {} : { advice: advice.join("; ") }) };
  }
}

const adviceOnState: Readonly<Record<string, string>> = {
  notAuthorized: "authorise it with: greenhook qr; then see what was missed: greenhook reconcile --since 24h --dry-run",
  blocked: "the messenger banned the account: authorise another",
  starting: "wait some minutes and try again",
  suspended: "the messenger restricts the account temporarily: see the console",
  yellowCard: "the messenger restricts sending temporarily: see the console",
  sleepMode: "the phone is offline: switch it on",
  pendingCode: "enter the code that the messenger sent",
  pendingPassword: "enter the account's password",
  "being created": "wait some minutes and try again",
};
