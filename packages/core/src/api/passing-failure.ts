import { ApiAnswerError, ApiInstanceNotReadyError, ApiNetworkError, ApiRateLimitError, ApiServerError } from "./api-error.ts";

/** Whether a failure passes by itself: GREEN-API or the net is out of order, the rate is exceeded, the instance (re)starts. */
export function isPassingFailure(error: unknown): boolean {
  if (error instanceof ApiNetworkError || error instanceof ApiServerError || error instanceof ApiRateLimitError) return true;
  if (error instanceof ApiAnswerError) return error.code !== "REDIRECT";
  return isStarting(error);
}

/** Whether the instance (re)starts. GREEN-API's text for that is in part the same as for one that isn't authorised. */
export function isStarting(error: unknown): boolean {
  return error instanceof ApiInstanceNotReadyError && (error.reason === "starting" || error.reason === "notAuthorized");
}
