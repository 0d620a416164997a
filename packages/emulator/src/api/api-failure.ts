import type { ApiResponse } from "./response.ts";

/** Thrown by an emulated method: the status and message of the response, or the whole response. */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure";
  readonly status: number;
  /** The response, where it has a form of its own. */
  readonly response: ApiResponse | undefined;

  constructor(status: number, message: string, response?: ApiResponse) {
    super(message);
    this.status = status;
    this.response = response;
  }
}
