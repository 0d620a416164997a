import type { LiteralUnion } from "type-fest";
import type { CallOptions } from "./call-options.ts";
import type { MessageInput } from "./receiving.ts";

/** Methods that look back. 1 a second each, `getMessage` 10. */
export interface JournalMethods {
  /** A chat's messages, newest first, up to 2 minutes late. `count`: by default 100. @see https://green-api.com/en/docs/api/journals/GetChatHistory/ */
  getChatHistory(input: { readonly chatId: string; readonly count?: number }, options?: CallOptions): Promise<readonly JournalMessage[]>;
  /** One message. @see https://green-api.com/en/docs/api/journals/GetMessage/ */
  getMessage(input: MessageInput, options?: CallOptions): Promise<JournalMessage>;
  /** The incoming messages of the last `minutes`, by default 1,440. @see https://green-api.com/en/docs/api/journals/LastIncomingMessages/ */
  lastIncomingMessages(input?: JournalInput, options?: CallOptions): Promise<readonly JournalMessage[]>;
  /** The outgoing messages of the last `minutes`, by default 1,440. @see https://green-api.com/en/docs/api/journals/LastOutgoingMessages/ */
  lastOutgoingMessages(input?: JournalInput, options?: CallOptions): Promise<readonly JournalMessage[]>;
  /** The incoming calls of the last `minutes`, at most 10,000. */
  lastIncomingCalls(input?: JournalInput, options?: CallOptions): Promise<readonly JournalCall[]>;
  /** The outgoing calls of the last `minutes`, at most 10,000. */
  lastOutgoingCalls(input?: JournalInput, options?: CallOptions): Promise<readonly JournalCall[]>;
}

/** How far back to look. */
export interface JournalInput {
  /** Minutes; by default 1,440, a day. */
  readonly minutes?: number;
}

/** A message in a journal: the parts that all have; the others depend on `typeMessage`. */
export interface JournalMessage {
  /** Whether it came to the account or from it. */
  readonly type?: LiteralUnion<"incoming" | "outgoing", string>;
  /** Its id, the same as in its notification. */
  readonly idMessage?: string;
  /** UNIX seconds. */
  readonly timestamp?: number;
  /** What it carries, named as in notifications. */
  readonly typeMessage?: string;
  /** The chat: `79000000000@c.us`, `…@g.us`, `…@lid`; digits on Telegram and MAX. */
  readonly chatId?: string;
  /** Whatever else there is. */
  readonly [key: string]: unknown;
}

/** A call in a journal, as far as it is described. */
export interface JournalCall {
  /** The call's id, the same as in its notifications. */
  readonly idMessage?: string;
  /** UNIX seconds. */
  readonly timestamp?: number;
  /** What came of it, in GREEN-API's words; which ones is not documented. */
  readonly status?: string;
  /** Whatever else there is. */
  readonly [key: string]: unknown;
}
