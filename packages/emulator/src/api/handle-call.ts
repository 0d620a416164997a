import type { IncomingMessage } from "node:http";
import type { FileStore, StoredFile } from "../files/file-store.ts";
import type { Clock } from "../clock/clock.ts";
import type { Timers } from "../clock/timers.ts";
import type { EmulatorTimes } from "../clock/emulator-times.ts";
import type { Instance } from "../instance/instance.ts";
import { responses, type ApiResponse } from "./response.ts";
import { ApiFailure } from "./api-failure.ts";
import { methodNamed } from "./method-table.ts";
import type { PlannedFailures } from "./planned-failures.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { readInput } from "./read-input.ts";

export interface ApiContext {
  readonly instances: ReadonlyMap<number, Instance>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly times: EmulatorTimes;
  /** `undefined` for no limits. */
  readonly rateLimiter: RateLimiter | undefined;
  readonly plannedFailures: PlannedFailures;
  readonly files: FileStore;
  /** A client that stops sending its request's body is cut off after this real time. */
  readonly bodyIdleMilliseconds: number;
}

/** `/waInstance{idInstance}/{method}/{token}[/{parameter}]`, on MAX also with `/v3` before it. */
const callPath = /^(?:\/v3)?\/waInstance(\d+)\/([A-Za-z]+)\/([^/]*)(?:\/([^/]*))?\/?$/;

/** Runs one call of the API. The checks are in GREEN-API's order: edge, method, rate, token, state, body. */
export async function handleCall(request: IncomingMessage, context: ApiContext): Promise<ApiResponse> {
  const { instances, clock, timers, times, rateLimiter, plannedFailures, files, bodyIdleMilliseconds } = context;
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const verb = request.method ?? "";
  const failure = (status: number, message: string): ApiResponse => responses.failure(status, message, request.url ?? "", clock.now());

  const [, id, methodName = "", token, parameter] = callPath.exec(path) ?? [];
  const instance = instances.get(Number(id));
  if (instance === undefined) return responses.edge(403, "Forbidden");
  if (verb === "OPTIONS") return responses.preflight();
  const found = methodNamed(methodName);
  if (found === undefined || !(found.method.verbs as readonly string[]).includes(verb)) return failure(404, `Cannot ${verb} ${path}`);
  const { name, method } = found;

  const rate = method.rateOn?.[instance.typeInstance] ?? method.rate;
  const limit = rateLimiter?.take(`${instance.idInstance}/${name}`, rate);
  if (limit?.allowed === false) return limited(responses.empty(429), rate, 0);
  if (token !== instance.apiTokenInstance) return responses.empty(401);
  const planned = plannedFailures.take(instance.idInstance, name);
  if (planned !== undefined) return plannedResponse(planned, name, failure);
  if (instance.deletedAt !== undefined) return failure(400, "Instance is deleted");
  if (method.needsStarted === true && instance.stateInstance === "starting") return failure(400, "instance in starting process try later");

  let file: StoredFile | undefined;
  try {
    const { fields: input, file: uploaded } = await readInput(request, method.body ?? "json", files, bodyIdleMilliseconds);
    file = uploaded;
    const value = await method.run({ instance, input, file, query: new URLSearchParams(query), parameter, clock, timers, times });
    return limited(value === undefined ? responses.empty(200) : responses.json(value), rate, limit?.remaining);
  } catch (error) {
    if (file !== undefined) await files.remove(file);
    if (error instanceof ApiFailure) return error.response ?? failure(error.status, error.message);
    return failure(500, "Internal server error");
  }
}

function limited(response: ApiResponse, rate: number, remaining: number | undefined): ApiResponse {
  if (remaining === undefined) return response;
  const headers = { "x-ratelimit-remaining": String(remaining), "x-ratelimit-replenish-rate": String(rate) };
  return { ...response, headers: { ...response.headers, ...headers } };
}

function plannedResponse(status: number, method: string, failure: (status: number, message: string) => ApiResponse): ApiResponse {
  if (status === 401 || status === 429) return responses.empty(status);
  if (status === 466) return responses.quota(method, 3, 3);
  // The limit of checkAccount, for about two hours. Observed on MAX.
  if (status === 469) return responses.json({ status: false, reason: "User get contact info limit reached" }, status);
  const reason = edgeReasons[status];
  if (reason !== undefined) return responses.edge(status, reason);
  if (status === 404) return failure(404, `Cannot find ${method}`);
  return failure(status, status === 400 ? "Instance account is expired. Renew your instance from personal area" : "Internal server error");
}

/** The statuses of responses in HTML: the edge's own. */
const edgeReasons: Readonly<Record<number, string>> = {
  403: "Forbidden",
  413: "Request Entity Too Large",
  499: "Client Closed Request",
  502: "Bad Gateway",
  504: "Gateway Time-out",
};
