import { checkOptionNames, type DeliveryContext, type KnownNotification, type UnknownNotification } from "@greenhook/core";
import { resolve } from "node:path";
import type { SearchableInbox } from "../inbox/inbox.ts";
import { inboxOver } from "../inbox/inbox-over.ts";
import { takenToComplete } from "../inbox/item-of.ts";
import { StaleAttempt } from "../inbox/stale-attempt.ts";
import { sqliteEngine } from "./sqlite-engine.ts";
import type { SqliteTransaction } from "./sqlite-transaction.ts";
import { inMemory, openDatabase } from "./store/open-database.ts";
import { isTransient } from "./store/sqlite-error.ts";

/** Options of {@link createInbox}. */
export interface CreateInboxOptions {
  /**
   * The file, on a disk of this machine; it is created where there is none, readable by its owner alone. `:memory:` for tests: nothing in it
   * survives the process.
   *
   * @example "inbox.db"
   */
  readonly path: string;
  /**
   * Whether the file must be there already, with an inbox in it, so that a wrong name isn't taken for a new one.
   *
   * @default false
   */
  readonly mustExist?: boolean;
  /**
   * What runs one after another; everything else runs side by side.
   *
   * @default laneOf
   */
  readonly laneOf?: (parsed: KnownNotification | UnknownNotification) => string;
}

/** An inbox in an SQLite file. */
export interface SqliteInbox extends SearchableInbox<SqliteTransaction> {
  /**
   * `complete` without a promise. SQLite's drivers are synchronous, and so are transactions over them: while one is open nothing may be awaited, or other
   * handlers' statements get into it.
   *
   * @throws StaleAttempt if another attempt has the item: roll back.
   *
   * @example
   * database.exec("begin immediate");
   * try {
   *   insertReply.run(chatOf(notification), reply);
   *   inbox.completeSync(context, database);
   *   database.exec("commit");
   * } catch (error) {
   *   database.exec("rollback");
   *   throw error;
   * }
   */
  completeSync(context: DeliveryContext, transaction: SqliteTransaction): void;
}

/**
 * Makes an inbox in an SQLite file: what `deliver` resolves for has been flushed to the disk, and survives a kill, a crash and a power cut. Any number
 * of processes of one machine may share a file. A thread has it open, so that no flush holds up the process.
 *
 * @throws if the file can't be opened or written to, is no inbox, or was written by a newer version. A locked one is waited for.
 *
 * @example
 * const inbox = createInbox({ path: "inbox.db" });
 * const handler = createWebhookHandler({ token: process.env.WEBHOOK_TOKEN, deliver: inbox });
 * await inbox.work(createDispatcher().onText((notification, text) => console.log(notification.senderData.chatId, text)));
 */
export function createInbox(options: CreateInboxOptions): SqliteInbox {
  checkOptionNames("create the inbox", options, { path: true, mustExist: true, laneOf: true } satisfies Record<
    keyof CreateInboxOptions,
    true
  >);
  const { path, mustExist = false, laneOf } = options;
  if (typeof path !== "string" || path === "") throw new TypeError('Cannot create the inbox: "path" must be the name of a file');
  const file = path === inMemory ? path : resolve(path);
  try {
    openDatabase(file, mustExist).close();
  } catch (error) {
    if (!isTransient(error)) throw error;
  }
  const engine = sqliteEngine({ path: file });
  return {
    ...inboxOver(engine, laneOf === undefined ? {} : { laneOf }),
    completeSync(context, transaction) {
      const taken = takenToComplete(context);
      if (!engine.completeSync(taken, transaction)) throw new StaleAttempt(taken.item.id);
    },
  };
}
