import {
  ApiAuthorizationError,
  ApiError,
  ApiHostError,
  ApiInstanceNotReadyError,
  ApiNetworkError,
  ApiWebhookUrlSetError,
} from "@greenhook/core/api";
import { CommandFailure } from "../command-failure.ts";

/** An error of the API client as one line that says what to do. Anything else is given back as it is. The instance's token is in neither. */
export function apiFailure(error: unknown, apiUrl: string | undefined): unknown {
  if (!(error instanceof ApiError)) return error;
  return new CommandFailure(`${error.message}${adviceFor(error, apiUrl)}`);
}

function adviceFor(error: ApiError, apiUrl: string | undefined): string {
  if (error instanceof ApiNetworkError) return `; is --api-url right? It is ${originOf(apiUrl)}`;
  if (error instanceof ApiAuthorizationError) return "; compare --api-token-instance with the console";
  if (error instanceof ApiHostError) return `; compare --api-url (${originOf(apiUrl)}) and --id-instance with the console`;
  if (error instanceof ApiWebhookUrlSetError) return "; clear it with: greenhook settings set webhookUrl=";
  if (error instanceof ApiInstanceNotReadyError && error.reason === "notAuthorized") return "; authorise it with: greenhook qr";
  return "";
}

/** An address without whatever secret it may carry. */
function originOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : "not an address";
}
