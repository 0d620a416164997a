import { createTransport } from "#transport";
import type { ClientLimits } from "./client-limits.ts";
import type { MethodRow } from "./method-row.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limiter.ts";
import type { Transport } from "./transport.ts";

/** What the calls of one client share. Nothing of it is reachable from the client, so that printing a client shows no token. */
export interface Connection {
  readonly limits: Required<Omit<ClientLimits, "proxy">>;
  /** The token, for taking it out of texts. */
  readonly secret: string;
  /** The URL of a method, up to and with the token. */
  readonly urlOf: (method: string, row: MethodRow) => string;
  /** The transport, made at the first call. */
  readonly transport: () => Promise<Transport>;
  /** The method's own limiter. */
  readonly limiterOf: (method: string, row: MethodRow) => RateLimiter;
}

/** A connection with the given limits, or the documented ones. */
export function createConnection(
  parts: Pick<Connection, "secret" | "urlOf">,
  {
    proxy,
    connectTimeoutMilliseconds = 5_000,
    answerTimeoutMilliseconds = 15_000,
    bodyTimeoutMilliseconds = 30_000,
    maxRepeats = 5,
    minBackoffMilliseconds = 500,
    maxBackoffMilliseconds = 30_000,
    callsPerSecond = {},
  }: ClientLimits,
): Connection {
  const limiters = new Map<string, RateLimiter>();
  let transport: Promise<Transport> | undefined;
  return {
    ...parts,
    limits: {
      connectTimeoutMilliseconds,
      answerTimeoutMilliseconds,
      bodyTimeoutMilliseconds,
      maxRepeats,
      minBackoffMilliseconds,
      maxBackoffMilliseconds,
      callsPerSecond,
    },
    transport() {
      transport ??= createTransport({ connectTimeoutMilliseconds, proxy });
      return transport;
    },
    limiterOf(method, row) {
      const known = limiters.get(method) ?? createRateLimiter(callsPerSecond[method] ?? row.callsPerSecond);
      limiters.set(method, known);
      return known;
    },
  };
}
