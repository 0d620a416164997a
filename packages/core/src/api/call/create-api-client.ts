import { apiSpecs, type ApiClient } from "../methods/api-client.ts";
import { ApiValidationError } from "./api-error.ts";
import { callByName } from "./call-by-name.ts";
import { baseUrlOf, tokenOf } from "./credentials.ts";
import { checkOptionNames } from "../../runtime/check-option-names.ts";
import { limitNames, type ClientLimits } from "./client-limits.ts";
import { createConnection, type Connection, type Messenger } from "./connection.ts";
import { methodsOf } from "./methods-of.ts";
import { encodePart } from "./encode-part.ts";

/** The console shows the first four for each instance. */
export interface ApiClientOptions extends ClientLimits {
  /**
   * The instance's host; MAX's ends with `/v3`.
   *
   * @example
   * "https://7103.api.greenapi.com"
   */
  readonly apiUrl: string;
  /**
   * The instance's host for `sendFileByUpload` and `uploadFile`. GREEN-API's own web client uploads to `apiUrl`.
   *
   * @default apiUrl
   * @example
   * "https://7103.media.greenapi.com"
   */
  readonly mediaUrl?: string;
  /** The instance's number, also as a string of digits. */
  readonly idInstance: number | string;
  /** The instance's token. No error contains it, and printing the client doesn't show it. */
  readonly apiTokenInstance: string;
  /**
   * The messenger whose documented rates hold: MAX's and Telegram's differ from WhatsApp's for some methods. A client that is told that it is WhatsApp's
   * also refuses digits alone as a chat id: they are a phone number there, and ids on Telegram and MAX.
   *
   * @default "whatsapp"
   */
  readonly messenger?: Messenger | undefined;
}

/**
 * Creates a client of one instance. Nothing is sent or loaded before the first call. Calls of one client share its rate limits: create one
 * client per instance.
 *
 * On Node, undici's diagnostics channels (which tracing tools subscribe to) and `NODE_DEBUG=undici` show request paths with `:token` for the
 * token; only with `proxy: "env"` do they show it.
 *
 * @throws {ApiValidationError} an option is missing or wrong; its value is not in the error
 * @throws TypeError for an option that isn't known
 * @example
 * const client = createApiClient({ apiUrl, idInstance, apiTokenInstance });
 * console.log((await client.getStateInstance()).stateInstance);
 */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const { apiUrl, mediaUrl, idInstance, apiTokenInstance, messenger, ...limits } = options;
  const method = "createApiClient";
  checkOptionNames("create the API client", options, optionNames);
  const api = baseUrlOf(method, "apiUrl", apiUrl);
  const media = mediaUrl === undefined ? api : baseUrlOf(method, "mediaUrl", mediaUrl);
  if (!/^\d{1,20}$/.test(String(idInstance)) || (typeof idInstance === "number" && !Number.isSafeInteger(idInstance))) {
    throw new ApiValidationError({ method, key: "idInstance", expected: "be a whole number, or a string of digits" });
  }
  if (messenger !== undefined && !["whatsapp", "telegram", "max"].includes(messenger)) {
    throw new ApiValidationError({ method, key: "messenger", expected: 'be "whatsapp", "telegram" or "max"' });
  }
  const secret = tokenOf(method, "apiTokenInstance", apiTokenInstance);
  const token = encodePart(secret);
  const urlOf: Connection["urlOf"] = (name, { host, wireName = name }) =>
    `${host === "media" ? media : api}/waInstance${idInstance}/${wireName}/${token}`;
  const connection = createConnection({ host: new URL(api).host, idInstance: String(idInstance), secret, urlOf, messenger }, limits);
  const call: ApiClient["call"] = (name, request, callOptions) => callByName(connection, name, request, callOptions);
  // There is a specification for each of its other methods.
  return { idInstance: String(idInstance), ...methodsOf(connection, apiSpecs), call } as unknown as ApiClient;
}

const optionNames: Readonly<Record<keyof ApiClientOptions, true>> = {
  ...limitNames,
  apiUrl: true,
  mediaUrl: true,
  idInstance: true,
  apiTokenInstance: true,
  messenger: true,
};
