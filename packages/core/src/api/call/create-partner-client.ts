import { partnerSpecs, type PartnerMethods } from "../methods/partner.ts";
import { baseUrlOf, tokenOf } from "./credentials.ts";
import { checkOptionNames } from "../../runtime/check-option-names.ts";
import { limitNames, type ClientLimits } from "./client-limits.ts";
import { createConnection } from "./connection.ts";
import { methodsOf } from "./methods-of.ts";
import { encodePart } from "./encode-part.ts";

export interface PartnerClientOptions extends ClientLimits {
  /**
   * The partner API's host, as the console shows it.
   *
   * @default "https://api.green-api.com"
   */
  readonly partnerApiUrl?: string;
  /** The partner's token, `gac.…`. No error contains it, and printing the client doesn't show it. */
  readonly partnerToken: string;
}

/**
 * Creates a client of the partner API, which creates and deletes instances. Failures that GREEN-API reports with status 200 are errors like all
 * others.
 *
 * @throws {ApiValidationError} an option is missing or wrong; its value is not in the error
 * @throws TypeError for an option that isn't known
 * @see https://green-api.com/en/docs/partners/
 */
export function createPartnerClient(options: PartnerClientOptions): PartnerMethods {
  const { partnerApiUrl = "https://api.green-api.com", partnerToken, ...limits } = options;
  const method = "createPartnerClient";
  checkOptionNames("create the partner client", options, { ...limitNames, partnerApiUrl: true, partnerToken: true });
  const base = baseUrlOf(method, "partnerApiUrl", partnerApiUrl);
  const secret = tokenOf(method, "partnerToken", partnerToken);
  const token = encodePart(secret);
  const connection = createConnection({ host: new URL(base).host, secret, urlOf: (name) => `${base}/partner/${name}/${token}` }, limits);
  // There is a specification for each method of PartnerMethods.
  return methodsOf(connection, partnerSpecs) as unknown as PartnerMethods;
}
