import type { AccountMethods } from "./account.ts";
import type { JournalMethods } from "./journals.ts";
import type { QueueMethods } from "./queues.ts";
import type { ReceivingMethods } from "./receiving.ts";
import type { SendingMethods } from "./sending.ts";

/**
 * One instance's API: a method for each API method, named as on the wire. Each rejects with an {@link ApiError}, or with the reason of an
 * aborted signal, and with nothing else.
 */
export interface ApiClient extends AccountMethods, ReceivingMethods, QueueMethods, SendingMethods, JournalMethods {}
