import { accountSpecs, type AccountMethods } from "./account.ts";
import { journalSpecs, type JournalMethods } from "./journals.ts";
import type { MethodSpecs } from "./method-spec.ts";
import { queueSpecs, type QueueMethods } from "./queues.ts";
import { receivingSpecs, type ReceivingMethods } from "./receiving.ts";
import { sendingSpecs, type SendingMethods } from "./sending.ts";

/**
 * One instance's API: a method for each API method, named as on the wire. Each rejects with an {@link ApiError}, or with the reason of an
 * aborted signal, and with nothing else.
 */
export interface ApiClient extends AccountMethods, ReceivingMethods, QueueMethods, SendingMethods, JournalMethods {}

/** Every method of an instance. */
export const apiSpecs: MethodSpecs<ApiClient> = { ...accountSpecs, ...receivingSpecs, ...queueSpecs, ...sendingSpecs, ...journalSpecs };
