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
  readonly idInstance: number;
  readonly apiTokenInstance: string;
  readonly typeInstance?: LiteralUnion<"whatsapp" | "telegram" | "v3", string>;
}

/** An instance in the partner's list. */
export interface PartnerInstance {
  readonly idInstance: number;
  readonly name?: string;
  readonly typeInstance?: LiteralUnion<"whatsapp" | "telegram" | "v3", string>;
  readonly timeCreated?: string;
  readonly timeDeleted?: string;
  readonly apiTokenInstance?: string;
  readonly deleted?: boolean;
  readonly tariff?: string;
  readonly isFree?: boolean;
  readonly isPartner?: boolean;
  readonly expirationDate?: string;
  readonly isExpired?: boolean;
  /** Whatever else there is. */
  readonly [key: string]: unknown;
}
