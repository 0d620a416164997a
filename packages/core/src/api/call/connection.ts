import { createTransport } from "#transport";
import { lineWriter, type WriteLine } from "../../logging/logger.ts";
import type { MethodSpec } from "../methods/method-spec.ts";
import { ApiValidationError } from "./api-error.ts";
import type { ClientLimits } from "./client-limits.ts";
import { encodePart } from "./encode-part.ts";
import { fetchTransport } from "./fetch-transport.ts";
import { createRateLimiter, type RateLimiter } from "./rate-limiter.ts";
import type { Transport } from "./transport.ts";

/** Whose documented rates and chat ids hold. */
export type Messenger = "whatsapp" | "telegram" | "max";

/** What the calls of one client share. It isn't reachable from the client, so that printing a client shows no token. */
export interface Connection {
  readonly limits: Required<Omit<ClientLimits, "proxy" | "fetch" | "logger" | "callsPerSecond">>;
  /** For traces. */
  readonly host: string;
  /** For traces. */
  readonly idInstance?: string;
  /** The token, for redacting it. */
  readonly secret: string;
  /** The URL of a method, up to and with the token. */
  readonly urlOf: (method: string, spec: MethodSpec) => string;
  /** Absent where the user didn't say. */
  readonly messenger?: Messenger | undefined;
  /** The transport, made at the first call. */
  readonly transport: () => Promise<Transport>;
  /** How often a method may be called. Calls a second. */
  readonly rateOf: (method: string, spec: MethodSpec) => number;
  /** Logs a retry. */
  readonly write: WriteLine | undefined;
  /** The method's own limiter. */
  readonly limiterOf: (method: string, spec: MethodSpec) => RateLimiter;
}

const connectTimeoutMilliseconds = 5_000;

/** @throws {ApiValidationError} a limit of the wrong type or size */
export function createConnection(
  parts: Pick<Connection, "host" | "idInstance" | "secret" | "urlOf" | "messenger">,
  {
    proxy,
    fetch,
    responseTimeoutMilliseconds = 15_000,
    minUploadBytesPerSecond = 65_536,
    bodyTimeoutMilliseconds = 30_000,
    maxRetries = 5,
    maxBackoffMilliseconds = 30_000,
    callsPerSecond = {},
    logger,
  }: ClientLimits,
): Connection {
  const numbers = { responseTimeoutMilliseconds, bodyTimeoutMilliseconds, maxRetries, maxBackoffMilliseconds };
  for (const [key, value] of Object.entries(numbers)) {
    if (!(typeof value === "number" && value >= 0)) throw wrong(key, "be a number, 0 or more");
  }
  if (!(typeof minUploadBytesPerSecond === "number" && minUploadBytesPerSecond > 0)) {
    throw wrong("minUploadBytesPerSecond", "be a number above 0");
  }
  for (const rate of Object.values(callsPerSecond)) {
    if (!(typeof rate === "number" && rate > 0)) throw wrong("callsPerSecond", "hold numbers above 0");
  }
  if (proxy !== undefined && proxy !== "env") throw wrong("proxy", 'be "env" or absent');
  if (fetch !== undefined && typeof fetch !== "function") throw wrong("fetch", "be a function");
  if (fetch !== undefined && proxy !== undefined) throw wrong("proxy", "be absent where fetch is given, which makes the connections");
  const { messenger } = parts;
  const rateOf: Connection["rateOf"] = (method, { callsPerSecond: documented, ratesElsewhere = {} }) =>
    callsPerSecond[method] ?? (messenger === undefined || messenger === "whatsapp" ? undefined : ratesElsewhere[messenger]) ?? documented;
  const limiters = new Map<string, RateLimiter>();
  let transport: Promise<Transport> | undefined;
  return {
    ...parts,
    limits: { ...numbers, minUploadBytesPerSecond },
    write: lineWriter("create the API client", logger),
    transport() {
      transport ??=
        fetch !== undefined
          ? Promise.resolve(fetchTransport(fetch))
          : createTransport({ connectTimeoutMilliseconds, proxy, secret: encodePart(parts.secret) });
      return transport;
    },
    rateOf,
    limiterOf(method, spec) {
      const limiter = limiters.get(method) ?? createRateLimiter(rateOf(method, spec));
      limiters.set(method, limiter);
      return limiter;
    },
  };
}

function wrong(key: string, expected: string): ApiValidationError {
  return new ApiValidationError({ method: "createApiClient", key, expected });
}
