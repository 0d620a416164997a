import type { ApiClient } from "../methods/api-client.ts";
import { ApiValidationError } from "./api-error.ts";
import { baseUrlOf } from "./base-url-of.ts";
import type { ClientLimits } from "./client-limits.ts";
import { createConnection } from "./connection.ts";
import { encodePart } from "./prepare-request.ts";
import { methodsOf } from "./methods-of.ts";
import { methodTable } from "../methods/method-table.ts";

/** What `createApiClient` takes. The console shows the first four for each instance. */
export interface ApiClientOptions extends ClientLimits {
  /** The instance's host, such as `https://7103.api.greenapi.com`; MAX's ends with `/v3`. */
  readonly apiUrl: string;
  /** The instance's host for uploads. No method that exists here needs it yet. By default `apiUrl`. */
  readonly mediaUrl?: string;
  /** The instance's number. A string of digits is as good. */
  readonly idInstance: number | string;
  /** The instance's token. It appears in no error, and printing the client doesn't show it. */
  readonly apiTokenInstance: string;
}

/**
 * A client of one instance. Nothing is sent or loaded before the first call. Calls of one client share its rate limits: make one client
 * per instance.
 *
 * On Node, undici's diagnostics channels (which tracing tools subscribe to) and `NODE_DEBUG=undici` show request paths with `:token` for the
 * token; only with `proxy: "env"` do they show it.
 *
 * @throws {ApiValidationError} an option is missing or wrong; its value is not in the error
 * @example
 * const client = createApiClient({ apiUrl, idInstance, apiTokenInstance });
 * console.log((await client.getStateInstance()).stateInstance);
 */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const { apiUrl, mediaUrl, idInstance, apiTokenInstance, ...limits } = options;
  const method = "createApiClient";
  const api = baseUrlOf(method, "apiUrl", apiUrl);
  const media = mediaUrl === undefined ? api : baseUrlOf(method, "mediaUrl", mediaUrl);
  if (!/^\d{1,20}$/.test(String(idInstance)) || (typeof idInstance === "number" && !Number.isSafeInteger(idInstance))) {
    throw new ApiValidationError({ method, key: "idInstance", expected: "be a whole number, or a string of digits" });
  }
  if (typeof apiTokenInstance !== "string" || apiTokenInstance.trim() === "") {
    throw new ApiValidationError({ method, key: "apiTokenInstance", expected: "be a string that isn't blank" });
  }
  const token = encodePart(apiTokenInstance.trim());
  const connection = createConnection(
    {
      secret: apiTokenInstance.trim(),
      urlOf: (name, { host, wireName = name }) => `${host === "media" ? media : api}/waInstance${idInstance}/${wireName}/${token}`,
    },
    limits,
  );
  // The table has a row for each method of ApiClient.
  return methodsOf(connection, methodTable) as unknown as ApiClient;
}
