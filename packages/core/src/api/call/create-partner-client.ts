import { ApiValidationError } from "./api-error.ts";
import { baseUrlOf } from "./base-url-of.ts";
import type { ClientLimits } from "./client-limits.ts";
import { createConnection } from "./connection.ts";
import { encodePart } from "./prepare-request.ts";
import { methodsOf } from "./methods-of.ts";
import { partnerMethodTable } from "../methods/method-table.ts";
import type { PartnerMethods } from "../methods/partner.ts";

/** What `createPartnerClient` takes. */
export interface PartnerClientOptions extends ClientLimits {
  /** The partner API's host, as the console shows it. By default `https://api.green-api.com`. */
  readonly partnerApiUrl?: string;
  /** The partner's token, `gac.…`. It appears in no error, and printing the client doesn't show it. */
  readonly partnerToken: string;
}

/**
 * A client of the partner API, which makes and ends instances. Failures that GREEN-API reports with status 200 are errors like all others.
 *
 * @throws {ApiValidationError} an option is missing or wrong; its value is not in the error
 * @see https://green-api.com/en/docs/partners/
 */
export function createPartnerClient(options: PartnerClientOptions): PartnerMethods {
  const { partnerApiUrl = "https://api.green-api.com", partnerToken, ...limits } = options;
  const method = "createPartnerClient";
  const base = baseUrlOf(method, "partnerApiUrl", partnerApiUrl);
  if (typeof partnerToken !== "string" || partnerToken.trim() === "") {
    throw new ApiValidationError({ method, key: "partnerToken", expected: "be a string that isn't blank" });
  }
  const token = encodePart(partnerToken.trim());
  const connection = createConnection({ secret: partnerToken.trim(), urlOf: (name) => `${base}/partner/${name}/${token}` }, limits);
  // The table has a row for each of the methods.
  return methodsOf(connection, partnerMethodTable) as unknown as PartnerMethods;
}
