import { ApiError, type ApiClient } from "@greenhook/core/api";
import { apiFailure } from "../account/api-failure.ts";
import type { Finding } from "./finding.ts";

/** Whether the instance can be asked, and whether its account works. Nothing else can be looked at where it can't be asked. */
export async function checkInstance(client: ApiClient, apiUrl: string | undefined): Promise<Finding> {
  const check = "instance";
  try {
    const answer = (await client.getStateInstance({ timeoutMilliseconds: 20_000 })) as { stateInstance?: string } | null;
    const state = answer?.stateInstance ?? "being made";
    if (state === "authorized") return { check, result: "ok", found: state };
    return { check, result: "fault", found: state, advice: adviceOnState[state] ?? "look at it in the console" };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const [found = "", ...advice] = (apiFailure(error, apiUrl) as Error).message.split("; ");
    return { check, result: "fault", found, ...(advice.length === 0 ? {} : { advice: advice.join("; ") }) };
  }
}

const adviceOnState: Readonly<Record<string, string>> = {
  notAuthorized: "authorise it with: greenhook qr",
  blocked: "its account was banned by the messenger: authorise another",
  starting: "wait some minutes, then look again",
  suspended: "the messenger restricts the account for a while: see the console",
  yellowCard: "the messenger restricts sending for a while: see the console",
  sleepMode: "switch the phone on; it is offline",
  pendingCode: "enter the code that the messenger sent",
  pendingPassword: "enter the account's password",
  "being made": "wait some minutes, then look again",
};
