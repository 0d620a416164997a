import type { OpenUnion } from "../../schema/open-union.ts";
import type { CallOptions } from "./call-options.ts";
import type { JournalMessage } from "./journal-message.ts";
import { readMany, type MethodSpecs } from "./method-spec.ts";
import { check } from "./value-check.ts";
import type { MessageInput } from "./receiving.ts";

/** Methods that read the history. 1 a second each, `getMessage` 10 (on Telegram 1). */
export interface JournalMethods {
  /** A chat's latest messages (by default 100), newest first. New messages appear within 2 minutes. @see https://green-api.com/en/docs/api/journals/GetChatHistory/ */
  getChatHistory(input: { readonly chatId: string; readonly count?: number }, options?: CallOptions): Promise<readonly JournalMessage[]>;
  /** One message. @see https://green-api.com/en/docs/api/journals/GetMessage/ */
  getMessage(input: MessageInput, options?: CallOptions): Promise<JournalMessage>;
  /** The incoming messages of the last day, or of the last `minutes`. @see https://green-api.com/en/docs/api/journals/LastIncomingMessages/ */
  lastIncomingMessages(input?: JournalInput, options?: CallOptions): Promise<readonly JournalMessage[]>;
  /** The outgoing messages of the last day, or of the last `minutes`. @see https://green-api.com/en/docs/api/journals/LastOutgoingMessages/ */
  lastOutgoingMessages(input?: JournalInput, options?: CallOptions): Promise<readonly JournalMessage[]>;
  /** The incoming calls of the last day, or of the last `minutes`; at most 10,000. */
  lastIncomingCalls(input?: JournalInput, options?: CallOptions): Promise<readonly JournalCall[]>;
  /** The outgoing calls of the last day, or of the last `minutes`; at most 10,000. */
  lastOutgoingCalls(input?: JournalInput, options?: CallOptions): Promise<readonly JournalCall[]>;
}

export interface JournalInput {
  /**
   * How far back to read.
   *
   * @default 1_440, a day
   */
  readonly minutes?: number;
}

/** A call in a journal, typed after GREEN-API's Postman collection and its Java client. */
export interface JournalCall {
  readonly type?: OpenUnion<"incoming" | "outgoing">;
  readonly typeMessage?: OpenUnion<"incomingCall" | "outgoingCall">;
  /** The same as in its notifications. */
  readonly idMessage?: string;
  /** When the call ended, UNIX seconds. */
  readonly timestamp?: number;
  readonly chatId?: string;
  /** Seconds. */
  readonly duration?: number;
  readonly isVideo?: boolean;
  readonly isGroup?: boolean;
  readonly status?: OpenUnion<"pickUp" | "hungUp" | "declined" | "invalid">;
  /** Of an outgoing group call, in GREEN-API's Java client. */
  readonly participants?: readonly { readonly id?: string; readonly status?: string }[];
  /** Other keys. */
  readonly [key: string]: unknown;
}

export const journalSpecs: MethodSpecs<JournalMethods> = {
  getChatHistory: {
    ...readMany,
    verb: "POST",
    input: { required: { chatId: check.nonBlank }, optional: { count: check.positiveInteger } },
    response: "list",
  },
  getMessage: {
    ...readMany,
    verb: "POST",
    callsPerSecond: 10,
    ratesElsewhere: { telegram: 1 },
    input: { required: { chatId: check.nonBlank, idMessage: check.nonBlank } },
    response: {},
  },
  lastIncomingMessages: { ...readMany, input: { optional: { minutes: check.positiveInteger } }, response: "list" },
  lastOutgoingMessages: { ...readMany, input: { optional: { minutes: check.positiveInteger } }, response: "list" },
  lastIncomingCalls: { ...readMany, input: { optional: { minutes: check.positiveInteger } }, response: "list" },
  lastOutgoingCalls: { ...readMany, input: { optional: { minutes: check.positiveInteger } }, response: "list" },
};
