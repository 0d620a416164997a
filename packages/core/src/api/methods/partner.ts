import type { LiteralUnion } from "type-fest";
import type { CallOptions } from "./call-options.ts";
import type { SettingsInput } from "./settings-input.ts";

/** Methods that make and end instances. No rate is documented: 1 a second each. */
export interface PartnerMethods {
  /** Every instance of the partner, deleted ones for 3 months. @see https://green-api.com/en/docs/partners/getInstances/ */
  getInstances(options?: CallOptions): Promise<readonly PartnerInstance[]>;
  /** Makes an instance, with a name or any settings. Never repeated: each call makes one. @see https://green-api.com/en/docs/partners/createInstance/ */
  createInstance(input: CreateInstanceInput, options?: CallOptions): Promise<CreatedInstance>;
  /** Ends an instance for good. Never repeated. @see https://green-api.com/en/docs/partners/deleteInstanceAccount/ */
  deleteInstanceAccount(
    input: { readonly idInstance: number },
    options?: CallOptions,
  ): Promise<{ readonly deleteInstanceAccount: boolean }>;
}

/** What `createInstance` takes; at least one key. */
export interface CreateInstanceInput extends SettingsInput {
  /** What the instance is called in the console. */
  readonly name?: string;
}

/** What `createInstance` answers. */
export interface CreatedInstance {
  /** Its number, up to 12 digits as observed. */
  readonly idInstance: number;
  /** Its token, in clear: 50 hexadecimal characters in every example. */
  readonly apiTokenInstance: string;
  /** Its messenger; `v3` is MAX. */
  readonly typeInstance?: LiteralUnion<"whatsapp" | "telegram" | "v3", string>;
}

/** An instance in the partner's list. */
export interface PartnerInstance {
  /** Its number, up to 12 digits as observed. */
  readonly idInstance: number;
  /** What it is called in the console. */
  readonly name?: string;
  /** Its messenger; `v3` is MAX. */
  readonly typeInstance?: LiteralUnion<"whatsapp" | "telegram" | "v3", string>;
  /** When it was made, as a text; the format is not documented. */
  readonly timeCreated?: string;
  /** When it was deleted, as a text; the format is not documented. */
  readonly timeDeleted?: string;
  /** Its token, in clear. */
  readonly apiTokenInstance?: string;
  /** Whether it was deleted; such ones are listed for 3 months. */
  readonly deleted?: boolean;
  /** Its plan; GREEN-API's own web client knows `DEVELOPER`, `BUSINESS`, `BUSINESS_USD` and `BUSINESS_KZT`. */
  readonly tariff?: string;
  /** Whether it costs nothing. */
  readonly isFree?: boolean;
  /** Whether it is a partner's. */
  readonly isPartner?: boolean;
  /** When it expires, as a text; the format is not documented. */
  readonly expirationDate?: string;
  /** Whether that date has passed, so that calls are refused. */
  readonly isExpired?: boolean;
  /** Whatever else there is. */
  readonly [key: string]: unknown;
}
