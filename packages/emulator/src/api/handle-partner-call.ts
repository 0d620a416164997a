import type { IncomingMessage } from "node:http";
import type { InstanceAccess } from "../emulator/emulator.ts";
import { creating } from "../instance/instance.ts";
import type { InstanceOptions } from "../instance/instance-options.ts";
import { ApiFailure } from "./api-failure.ts";
import { settingsOf } from "./account.ts";
import type { ApiContext } from "./handle-call.ts";
import { invalid, optionalTextIn, positiveIn } from "./input-fields.ts";
import { readInput } from "./read-input.ts";
import { responses, type ApiResponse } from "./response.ts";

export interface PartnerContext extends ApiContext {
  readonly partnerToken: string;
  /** The instances' names in the console. */
  readonly names: Map<number, string>;
  readonly addInstance: (options: InstanceOptions) => InstanceAccess;
}

interface PartnerMethod {
  readonly verb: "GET" | "POST";
  readonly run: (input: Readonly<Record<string, unknown>>, context: PartnerContext) => unknown;
}

/** The partner's methods. @see https://green-api.com/en/docs/partners/ */
const methods: Readonly<Record<string, PartnerMethod>> = {
  getInstances: { verb: "GET", run: (_, context) => listInstances(context) },
  createInstance: { verb: "POST", run: create },
  deleteInstanceAccount: {
    verb: "POST",
    run: (input, { instances, clock }) => {
      const instance = instances.get(positiveIn(input, "idInstance"));
      if (instance === undefined || instance.deletedAt !== undefined) return { code: 404, description: "Not found" };
      instance.deletedAt = clock.now();
      instance.stop();
      return { deleteInstanceAccount: true };
    },
  },
};

const partnerPath = /^\/partner\/([A-Za-z]+)\/([^/]*)\/?$/;

/** Runs one call of a partner's method. `undefined` for any other path. Failures have the status 200. */
export async function handlePartnerCall(request: IncomingMessage, context: PartnerContext): Promise<ApiResponse | undefined> {
  const [path = ""] = (request.url ?? "").split("?");
  const [, name = "", token] = partnerPath.exec(path) ?? [];
  if (token === undefined) return undefined;
  const { clock, files, bodyIdleMilliseconds } = context;
  const verb = request.method ?? "";
  if (verb === "OPTIONS") return responses.preflight();
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method?.verb !== verb) return responses.failure(404, `Cannot ${verb} ${path}`, path, clock.now());
  if (token !== context.partnerToken) return responses.json({ code: 401, description: "Unauthorized" });
  try {
    const { fields } = await readInput(request, "json", files, bodyIdleMilliseconds);
    return responses.json(method.run(fields, context));
  } catch (error) {
    if (error instanceof ApiFailure) return responses.failure(error.status, error.message, path, clock.now());
    return responses.failure(500, "Internal server error", path, clock.now());
  }
}

const dayMilliseconds = 24 * 60 * 60 * 1_000;

/** Deleted instances are listed for three months. */
function listInstances({ instances, names, clock }: PartnerContext): unknown {
  return [...instances.values()]
    .filter(({ deletedAt }) => deletedAt === undefined || clock.now() - deletedAt < 90 * dayMilliseconds)
    .map(({ idInstance, apiTokenInstance, typeInstance, createdAt, deletedAt }) => ({
      idInstance,
      name: names.get(idInstance) ?? "",
      typeInstance,
      typeAccount: "",
      partnerUserUiid: "",
      timeCreated: new Date(createdAt).toISOString(),
      timeDeleted: deletedAt === undefined ? "" : new Date(deletedAt).toISOString(),
      apiTokenInstance,
      deleted: deletedAt !== undefined,
      tariff: "BUSINESS",
      isFree: false,
      isPartner: true,
      expirationDate: new Date(createdAt + 30 * dayMilliseconds).toISOString(),
      isExpired: false,
    }));
}

/** It takes a while: until then `getStateInstance` returns `null`. */
function create(input: Readonly<Record<string, unknown>>, { addInstance, instances, names, timers, times }: PartnerContext): unknown {
  const { name: _, ...settings } = input;
  const name = optionalTextIn(input, "name");
  if (name === undefined && Object.keys(settings).length === 0) throw invalid("at least one key is required");
  const initial = Object.keys(settings).length === 0 ? {} : settingsOf(settings);
  const { idInstance, apiTokenInstance } = addInstance({ stateInstance: creating, settings: initial });
  names.set(idInstance, name ?? "");
  const instance = instances.get(idInstance);
  timers.after(times.restartMilliseconds, () => instance?.setState("notAuthorized"));
  return { idInstance, apiTokenInstance, typeInstance: instance?.typeInstance };
}
