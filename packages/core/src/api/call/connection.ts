import { createTransport } from "#transport";
import { ApiValidationError } from "./api-error.ts";
import type { ClientLimits } from "./client-limits.ts";
import { encodePart } from "./prepare-request.ts";
import type { MethodRow } from "../methods/method-spec.ts";
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

/** A connection with the given limits, or the documented ones. @throws {ApiValidationError} a limit that isn't one */
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
  const limits = {
    connectTimeoutMilliseconds,
    answerTimeoutMilliseconds,
    bodyTimeoutMilliseconds,
    maxRepeats,
    minBackoffMilliseconds,
    maxBackoffMilliseconds,
    callsPerSecond,
  };
  for (const [key, value] of Object.entries(limits)) {
    if (value !== callsPerSecond && !(typeof value === "number" && value >= 0)) throw wrong(key, "be a number, 0 or more");
  }
  for (const rate of Object.values(callsPerSecond)) {
    if (!(rate > 0)) throw wrong("callsPerSecond", "hold numbers above 0");
  }
  if (proxy !== undefined && proxy !== "env") throw wrong("proxy", 'be "env" or absent');
  const limiters = new Map<string, RateLimiter>();
  let transport: Promise<Transport> | undefined;
  return {
    ...parts,
    limits,
    transport() {
      transport ??= createTransport({ connectTimeoutMilliseconds, proxy, secret: encodePart(parts.secret) });
      return transport;
    },
    limiterOf(method, row) {
      const known = limiters.get(method) ?? createRateLimiter(callsPerSecond[method] ?? row.callsPerSecond);
      limiters.set(method, known);
      return known;
    },
  };
}

function wrong(key: string, expected: string): ApiValidationError {
  return new ApiValidationError({ method: "createApiClient", key, expected });
}
