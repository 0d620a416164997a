import type { Fetch } from "./fetch-transport.ts";
import type { Logger } from "../../logging/logger.ts";

/** How patient a client is, how it sends, and what it logs. The defaults are GREEN-API's documented numbers; most programs leave them alone. */
export interface ClientLimits {
  /**
   * Sends all requests, in the place of undici or the runtime's own `fetch`: for tests, for tracing, for bundlers that can't handle undici. It is
   * given URLs that hold the token.
   *
   * @default undefined: undici on Node, `fetch` elsewhere
   * @example
   * (url, init) => fetch(url, init) // so that msw and nock see the requests
   */
  readonly fetch?: Fetch | undefined;
  /**
   * `"env"` goes through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name. Node only.
   *
   * @default undefined: the environment's proxy is ignored
   */
  readonly proxy?: "env" | undefined;
  /**
   * How long one attempt may take until the response begins, connecting included (on Node at most 5 s). `receiveNotification` adds its own wait.
   *
   * @default 15_000
   */
  readonly responseTimeoutMilliseconds?: number;
  /**
   * How slow an upload may be: it may take as long as its bytes take at this speed, in addition to `responseTimeoutMilliseconds`.
   *
   * @default 65_536: about half a megabit a second, so 100 MB may take 27 minutes
   */
  readonly minUploadBytesPerSecond?: number;
  /**
   * How long the rest of a response may take, however slowly it arrives.
   *
   * @default 30_000
   */
  readonly bodyTimeoutMilliseconds?: number;
  /**
   * How many times a call that is safe to retry is retried after 429, 500, 502, 503, 504 or a broken connection; 0 for never.
   *
   * @default 5
   */
  readonly maxRetries?: number;
  /**
   * The longest wait before a retry. The waits are random and grow from 500 ms.
   *
   * @default 30_000
   */
  readonly maxBackoffMilliseconds?: number;
  /**
   * Calls a second, by method, in place of the documented rates. The limits of Telegram and MAX differ for some methods.
   *
   * @default {}
   * @example
   * { downloadFile: 1, readChat: 1 } // as documented for MAX
   */
  readonly callsPerSecond?: Readonly<Record<string, number>>;
  /**
   * Gets a line at level `info` for each retry, equal ones once a minute; `false` for none. A call that fails in the end rejects, and isn't logged.
   *
   * @default console, from `warn` on: nothing
   */
  readonly logger?: Logger | false | undefined;
}

/** The names of these options. */
export const limitNames: Readonly<Record<keyof ClientLimits, true>> = {
  fetch: true,
  proxy: true,
  responseTimeoutMilliseconds: true,
  minUploadBytesPerSecond: true,
  bodyTimeoutMilliseconds: true,
  maxRetries: true,
  maxBackoffMilliseconds: true,
  callsPerSecond: true,
  logger: true,
};
