import {
  ApiAuthorizationError,
  ApiError,
  ApiHostError,
  ApiInstanceNotReadyError,
  ApiNetworkError,
  ApiWebhookUrlSetError,
} from "@greenhook/core/api";
import { CommandFailure } from "../command-failure.ts";

/** An error of the API client as one line with advice, without the instance's token. Any other error is returned as it is. */
export function apiFailure(error: unknown, apiUrl: string | undefined): unknown {
  if (!(error instanceof ApiError)) return error;
  return new CommandFailure(`${error.message}${adviceFor(error, apiUrl)}`);
}

function adviceFor(error: ApiError, apiUrl: string | undefined): string {
  if (error instanceof ApiNetworkError) return `; check --api-url (${originOf(apiUrl)})`;
  if (error instanceof ApiAuthorizationError) return "; compare --api-token-instance with the console";
  if (error instanceof ApiHostError) return `; compare --api-url (${originOf(apiUrl)}) and --id-instance with the console`;
  if (error instanceof ApiWebhookUrlSetError) return "; clear it with: greenhook settings set webhookUrl=";
  if (error instanceof ApiInstanceNotReadyError && error.reason === "notAuthorized") return "; authorise it with: greenhook qr";
  return "";
}

/** Scheme and host alone: the rest of a URL may hold a secret. */
function originOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : "not a URL";
}
