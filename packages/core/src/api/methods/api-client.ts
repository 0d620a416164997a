import { accountSpecs, type AccountMethods } from "./account.ts";
import type { CallOptions } from "./call-options.ts";
import type { CallRequest } from "./call-request.ts";
import { contactSpecs, type ContactMethods } from "./contacts.ts";
import { groupSpecs, type GroupMethods } from "./groups.ts";
import { journalSpecs, type JournalMethods } from "./journals.ts";
import type { MethodSpecs } from "./method-spec.ts";
import { queueSpecs, type QueueMethods } from "./queues.ts";
import { receivingSpecs, type ReceivingMethods } from "./receiving.ts";
import { sendingSpecs, type SendingMethods } from "./sending.ts";
import { serviceSpecs, type ServiceMethods } from "./service.ts";
import { statusSpecs, type StatusMethods } from "./statuses.ts";
import { templateSpecs, type TemplateMethods } from "./templates.ts";

/** Every method of an instance, by the groups of GREEN-API's documentation. */
export interface InstanceMethods
  extends
    AccountMethods,
    ReceivingMethods,
    QueueMethods,
    SendingMethods,
    JournalMethods,
    GroupMethods,
    StatusMethods,
    ServiceMethods,
    ContactMethods,
    TemplateMethods {}

/**
 * One instance's API: a method for each API method, named as on the wire. Each rejects with an {@link ApiError}, or with the reason of an
 * aborted signal, and with nothing else.
 */
export interface ApiClient extends InstanceMethods {
  /**
   * Calls a method by its name on the wire: one that GREEN-API has added since, or one in beta that isn't documented enough to be typed, such as
   * those of catalogs. The same limits, errors and redaction hold as for all others; the rate is 1 a second unless `callsPerSecond` says otherwise.
   *
   * @returns the response's JSON as it arrived; `undefined` for an empty body
   * @example
   * const products = await client.call("getProducts", { body: { chatId: "79000000001@c.us" } });
   */
  call(method: string, request?: CallRequest, options?: CallOptions): Promise<unknown>;
  /** The instance's number, in digits. */
  readonly idInstance: string;
}

export const apiSpecs: MethodSpecs<InstanceMethods> = {
  ...accountSpecs,
  ...receivingSpecs,
  ...queueSpecs,
  ...sendingSpecs,
  ...journalSpecs,
  ...groupSpecs,
  ...statusSpecs,
  ...serviceSpecs,
  ...contactSpecs,
  ...templateSpecs,
};
