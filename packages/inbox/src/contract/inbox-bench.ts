import { parseNotification, type DeliveryContext } from "@greenhook/core";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { EngineRun, InboxEngine, SearchableEngine } from "../engine/inbox-engine.ts";
import type { NewItem } from "../engine/new-item.ts";
import type { Attempt, TakenItem } from "../engine/taken-item.ts";
import type { SearchableInbox } from "../inbox/inbox.ts";
import { inboxOver } from "../inbox/inbox-over.ts";
import type { WorkOptions } from "../inbox/work-options.ts";
import type { EngineUnderTest } from "./engine-under-test.ts";

/** An engine of the contract's: whether it can search and complete was found out before a case that needs it. */
export type Engine = SearchableEngine<unknown>;

/** A store of its own for one case, and the engines over it. */
export class InboxBench {
  readonly #options: EngineUnderTest<unknown>;
  readonly #store: string = `contract-${randomUUID()}`;
  readonly #engines = new Set<Engine>();

  constructor(options: EngineUnderTest<unknown>) {
    this.#options = options;
  }

  /** Another engine over the store, as another process would have it. */
  async engine(): Promise<Engine> {
    const engine = (await this.#options.make(this.#store)) as Engine;
    this.#engines.add(engine);
    return engine;
  }

  async inbox(): Promise<SearchableInbox<unknown>> {
    return inboxOver(await this.engine());
  }

  async crash(engine: Engine): Promise<void> {
    this.#engines.delete(engine);
    await this.#options.crash?.(engine);
  }

  async advance(milliseconds: number): Promise<void> {
    await this.#options.advance?.(this.#store, milliseconds);
  }

  /** Commits if `work` resolves, else rolls back and rejects. */
  async transaction(work: (transaction: unknown) => Promise<void>): Promise<void> {
    await this.#options.transaction?.(this.#store, work);
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#engines].map((engine) => engine.close()));
  }

  /** Resolves once it holds; rejects when that takes too long. */
  async until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    const { patienceMilliseconds = 60_000 } = this.#options;
    for (const end = performance.now() + patienceMilliseconds; !(await holds()); await pause(10)) {
      if (performance.now() > end) throw new Error(`Waited for ${patienceMilliseconds / 1_000} s until ${what}`);
    }
  }
}

/** Short pauses, no log. */
export const quick: WorkOptions = { firstRetryMilliseconds: 1, longestRetryMilliseconds: 5, logger: false };

/** A text message of a chat; `number` makes it another one. */
export function messageText(chat: string, number: number, text = `text ${number}`): string {
  return JSON.stringify({
    typeWebhook: "incomingMessageReceived",
    instanceData: { idInstance: 1101000001, wid: "79990000000@c.us", typeInstance: "whatsapp" },
    timestamp: 1763000000 + number,
    idMessage: `${chat}-${number}`,
    senderData: { chatId: `${chat}@c.us`, sender: `${chat}@c.us`, senderName: "Name" },
    messageData: { typeMessage: "textMessage", textMessageData: { textMessage: text } },
  });
}

/** Delivers a text as a webhook handler would. */
export async function deliverText(
  inbox: Pick<SearchableInbox<unknown>, "deliver">,
  text: string,
  context: Partial<DeliveryContext> = {},
): Promise<unknown> {
  const parsed = parseNotification(JSON.parse(text));
  if (parsed.kind === "malformed") throw new TypeError("Cannot deliver: no notification");
  return inbox.deliver(parsed, {
    id: randomUUID(),
    signal: new AbortController().signal,
    receivedAt: new Date(),
    rawText: text,
    source: "webhook",
    origin: "webhook",
    ...context,
  });
}

/** An item for an engine. */
export function newItem(lane: string, number: number, more: Partial<NewItem> = {}): NewItem {
  return {
    key: `1.1101000001.${lane}-${number}`,
    lane: `1101000001/${lane}@c.us`,
    typeWebhook: "incomingMessageReceived",
    plain: true,
    text: messageText(lane, number),
    origin: "webhook",
    receivedAt: new Date(),
    keepMilliseconds: 8 * 86_400_000,
    ...more,
  };
}

export async function put(engine: InboxEngine, ...items: NewItem[]): Promise<readonly string[]> {
  return engine.put(items, new AbortController().signal);
}

/** An attempt, and what frees its slot. */
export interface ManualAttempt {
  readonly taken: TakenItem;
  readonly attempt: Attempt;
  readonly free: () => void;
}

/** A run whose attempts the case settles itself. */
export interface ManualRun extends EngineRun {
  /** The attempts that weren't fetched yet, the oldest first. */
  next(): Promise<ManualAttempt>;
  /** Whether there is one. */
  readonly waiting: number;
}

export async function runManually(bench: InboxBench, engine: InboxEngine, concurrency = 10): Promise<ManualRun> {
  const attempts: ManualAttempt[] = [];
  const run = await engine.run(concurrency, (taken, attempt) => new Promise((free) => attempts.push({ taken, attempt, free })));
  return {
    stop: (grace) => run.stop(grace),
    get waiting() {
      return attempts.length;
    },
    async next() {
      await bench.until("an item is taken", () => attempts.length > 0);
      const [first] = attempts.splice(0, 1);
      if (first === undefined) throw new Error("No attempt");
      return first;
    },
  };
}

/** @throws Error with both, unless they are equal as JSON. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`${what}: ${found}, expected ${wanted}`);
}
