/** A request of `client.call`. */
export interface CallRequest {
  /** @default "POST" if there is a body, otherwise "GET" */
  readonly verb?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /**
   * Which of the instance's two hosts serves the method.
   *
   * @default "api"
   */
  readonly host?: "api" | "media";
  /** What follows the `?`. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /**
   * Whether the call may be retried, because a second one changes nothing.
   *
   * @default false; for a method that this client has, as documented there
   */
  readonly retryable?: boolean;
}
