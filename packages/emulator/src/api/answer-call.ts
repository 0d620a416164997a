import type { IncomingMessage } from "node:http";
import type { Clock } from "../clock.ts";
import type { Timers } from "../clock/timers.ts";
import type { EmulatorTimes } from "../emulator-times.ts";
import type { Instance } from "../instance/instance.ts";
import { answers, type Answer } from "./answer.ts";
import { ApiFailure } from "./api-failure.ts";
import { methodNamed } from "./method-table.ts";
import type { PlannedFailures } from "./planned-failures.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { readInput } from "./read-input.ts";

/** What {@link answerCall} goes by. */
export interface ApiSurroundings {
  readonly instances: ReadonlyMap<number, Instance>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly times: EmulatorTimes;
  /** `undefined` for no limits. */
  readonly rateLimiter: RateLimiter | undefined;
  readonly plannedFailures: PlannedFailures;
}

/** `/waInstance{idInstance}/{method}/{token}[/{parameter}]`, for MAX also below `/v3`. */
const callPath = /^(?:\/v3)?\/waInstance(\d+)\/([A-Za-z]+)\/([^/]*)(?:\/([^/]*))?\/?$/;

/** Answers one call, in GREEN-API's order: edge, method, rate, token, state, body. */
export async function answerCall(request: IncomingMessage, surroundings: ApiSurroundings): Promise<Answer> {
  const { instances, clock, timers, times, rateLimiter, plannedFailures } = surroundings;
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const verb = request.method ?? "";
  const failure = (status: number, message: string): Answer => answers.failure(status, message, request.url ?? "", clock.now());

  const [, id, methodName = "", token, parameter] = callPath.exec(path) ?? [];
  const instance = instances.get(Number(id));
  if (instance === undefined) return answers.edge(403, "Forbidden");
  if (verb === "OPTIONS") return answers.preflight();
  const found = methodNamed(methodName);
  if (found === undefined || !(found.method.verbs as readonly string[]).includes(verb)) return failure(404, `Cannot ${verb} ${path}`);
  const { name, method } = found;

  const limit = rateLimiter?.take(`${instance.idInstance}/${name}`, method.rate);
  if (limit?.allowed === false) return limited(answers.empty(429), method.rate, 0);
  if (token !== instance.apiTokenInstance) return answers.empty(401);
  const planned = plannedFailures.take(instance.idInstance, name);
  if (planned !== undefined) return plannedAnswer(planned, name, failure);
  if (method.needsStarted === true && instance.stateInstance === "starting") return failure(400, "instance in starting process try later");

  try {
    const input = await readInput(request, method.upload === true);
    const value = await method.run({ instance, input, query: new URLSearchParams(query), parameter, clock, timers, times });
    return limited(answers.json(value), method.rate, limit?.remaining);
  } catch (error) {
    if (error instanceof ApiFailure) return error.answer ?? failure(error.status, error.message);
    return failure(500, "Internal server error");
  }
}

function limited(answer: Answer, rate: number, remaining: number | undefined): Answer {
  if (remaining === undefined) return answer;
  const headers = { "x-ratelimit-remaining": String(remaining), "x-ratelimit-replenish-rate": String(rate) };
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function plannedAnswer(status: number, method: string, failure: (status: number, message: string) => Answer): Answer {
  if (status === 401 || status === 429) return answers.empty(status);
  if (status === 403) return answers.edge(403, "Forbidden");
  if (status === 502 || status === 504) return answers.edge(status, status === 502 ? "Bad Gateway" : "Gateway Time-out");
  if (status === 466) return answers.quota(method, 3, 3);
  return failure(status, status === 400 ? "Instance account is expired. Renew your instance from personal area" : "Internal server error");
}
