import type { TypeInstance } from "../../notifications/instance-data.ts";
import type { OpenUnion } from "../../schema/open-union.ts";
import type { CallOptions } from "./call-options.ts";
import { change, readMany, type MethodSpecs } from "./method-spec.ts";
import type { SettingsInput } from "./settings.ts";
import { check } from "./value-check.ts";

/** Methods that create and delete instances. No rate is documented: 1 a second each. */
export interface PartnerMethods {
  /** All instances of the partner; deleted ones are listed for 3 months. @see https://green-api.com/en/docs/partners/getInstances/ */
  getInstances(options?: CallOptions): Promise<readonly PartnerInstance[]>;
  /** Creates an instance, with a name or any settings. Never retried, since each call creates one. @see https://green-api.com/en/docs/partners/createInstance/ */
  createInstance(input: CreateInstanceInput, options?: CallOptions): Promise<CreatedInstance>;
  /** Deletes an instance for good. The phone stays linked. Never retried. @see https://green-api.com/en/docs/partners/deleteInstanceAccount/ */
  deleteInstanceAccount(
    input: { readonly idInstance: number },
    options?: CallOptions,
  ): Promise<{ readonly deleteInstanceAccount: boolean }>;
}

/** At least one key is needed. */
export interface CreateInstanceInput extends SettingsInput {
  /** The instance's name in the console. */
  readonly name?: string;
}

export interface CreatedInstance {
  /** Up to 12 digits were observed. */
  readonly idInstance: number;
  /** In clear: 50 hexadecimal characters in every example. */
  readonly apiTokenInstance: string;
  readonly typeInstance?: OpenUnion<TypeInstance>;
}

export interface PartnerInstance {
  /** Up to 12 digits were observed. */
  readonly idInstance: number;
  /** The name in the console. */
  readonly name?: string;
  readonly typeInstance?: OpenUnion<TypeInstance>;
  /** A date as text; the format is not documented. */
  readonly timeCreated?: string;
  /** A date as text; the format is not documented. */
  readonly timeDeleted?: string;
  /** In clear. */
  readonly apiTokenInstance?: string;
  /** Deleted instances are listed for 3 months. */
  readonly deleted?: boolean;
  /** GREEN-API's own web client knows `DEVELOPER`, `BUSINESS`, `BUSINESS_USD` and `BUSINESS_KZT`. */
  readonly tariff?: string;
  readonly isFree?: boolean;
  readonly isPartner?: boolean;
  /** A date as text; the format is not documented. */
  readonly expirationDate?: string;
  /** Calls of an expired instance are refused. */
  readonly isExpired?: boolean;
  /** Undocumented keys. */
  readonly [key: string]: unknown;
}

export const partnerSpecs: MethodSpecs<PartnerMethods> = {
  getInstances: { ...readMany, response: "list" },
  createInstance: {
    ...change,
    input: {},
    inputAs: "settings and name",
    response: { idInstance: check.number, apiTokenInstance: check.nonBlank },
  },
  deleteInstanceAccount: {
    ...change,
    input: { required: { idInstance: check.positiveInteger } },
    response: { deleteInstanceAccount: check.flag },
  },
};
