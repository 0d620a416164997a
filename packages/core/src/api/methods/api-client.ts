import { accountSpecs, type AccountMethods } from "./account.ts";
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
export interface ApiClient extends InstanceMethods {}

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
