import { inboxOver, itemOf, NotRetryable, type InboxWorker, type SearchableEngine, type SearchableInbox } from "@greenhook/inbox";
import type { DeliveryContext } from "@greenhook/core";
import { setTimeout as pause } from "node:timers/promises";
import { deliverText, messageText } from "../../packages/inbox/dist/contract/inbox-bench.js";

/** What can happen to an inbox. `which` chooses one of those that there are. */
export type Step = readonly [what: (typeof stepKinds)[number], which: number];

export const stepKinds = ["put", "redeliver", "succeed", "fail", "give up", "minute", "nine days", "retry", "erase", "restart"] as const;

/** What the inbox is made of that is compared with the model. */
export interface ModelOptions {
  /** Opens the file, again after a restart. */
  readonly open: () => SearchableEngine<unknown>;
  /** Moves the clock on. */
  readonly advance: (milliseconds: number) => void;
  readonly whenDead: "continue" | "block";
  /** Of chats: another one for each sequence of steps over one file. */
  readonly prefix: string;
  /** How long the inbox gets for what it must do. */
  readonly patienceMilliseconds: number;
}

const minute = 60_000;
const day = 86_400_000;
const chats = 3;

/** An item as it should be. */
interface Item {
  readonly chat: string;
  readonly number: number;
  state: "open" | "done" | "dead" | "erased";
  attempts: number;
  /** It has its chat until it ends, whatever is put back by hand in front of it. */
  hasBegun: boolean;
  firstAttemptAt: number;
  /** Failed: it may run again at any time, and must from then on. */
  retryBy: number;
  settledAt: number;
  /** Its chat stands still behind it. */
  blocks: boolean;
  /** Its key was forgotten, and it was stored again. */
  isReplaced: boolean;
  isBeingErased: boolean;
}

/** A handler that hasn't returned. */
interface Run {
  readonly item: Item;
  /** How long its item had been retried when it began. */
  readonly retryingMilliseconds: number;
  readonly end: (error?: Error) => void;
  readonly outcome: Promise<string>;
}

/**
 * Plays steps on an inbox and on a model of it: each chat in order and one item at a time, nothing lost, nothing run again once it is done, dead or
 * erased, a dead item frees its chat or blocks it.
 *
 * @throws Error where the inbox does what the model doesn't allow, or not what it must.
 */
export async function playSteps(steps: readonly Step[], options: ModelOptions): Promise<void> {
  const { open, advance, whenDead, prefix, patienceMilliseconds } = options;
  const items: Item[] = [];
  const runs = new Map<string, Run>();
  const outcomes = new Map<string, (outcome: string) => void>();
  const violations: string[] = [];
  let now = 0;
  let inbox: SearchableInbox<unknown>;
  let worker: InboxWorker;

  const nameOf = ({ chat, number }: Item): string => `${chat}-${number}`;
  const current = (name: string): Item | undefined => items.findLast((item) => nameOf(item) === name);
  const headOf = (chat: string): Item | undefined => {
    const open = items.filter((item) => item.chat === chat && item.state === "open");
    return open.find(({ hasBegun }) => hasBegun) ?? open[0];
  };
  const isBlocked = (chat: string): boolean =>
    items.find((item) => item.chat === chat && (item.state === "open" || item.blocks))?.blocks === true;
  const isWaiting = (item: Item): boolean => item.retryBy > now && !runs.has(nameOf(item));

  async function handle(_parsed: unknown, context: DeliveryContext): Promise<void> {
    const name = context.idMessage ?? "";
    const item = current(name);
    const neighbour = [...runs.values()].find((run) => run.item.chat === item?.chat)?.item;
    if (item === undefined || (item.state !== "open" && !item.isBeingErased)) violations.push(`${name} ran though it is ${item?.state}`);
    if (item === undefined) return;
    const head = headOf(item.chat);
    if (neighbour !== undefined) violations.push(`${name} ran beside ${nameOf(neighbour)}`);
    if (head !== undefined && head !== item && !head.isBeingErased) violations.push(`${name} ran before ${nameOf(head)}`);
    if (isBlocked(item.chat) && !item.isBeingErased) violations.push(`${name} ran though its chat is blocked`);
    if (item.attempts === 0) item.firstAttemptAt = now;
    item.attempts += 1;
    item.hasBegun = true;
    item.retryBy = 0;
    const outcome = new Promise<string>((resolve) => outcomes.set(itemOf(context)?.id ?? "", resolve));
    try {
      await new Promise<void>((resolve, reject) => {
        const end = (error?: Error): void => (error === undefined ? resolve() : reject(error));
        runs.set(name, { item, retryingMilliseconds: now - item.firstAttemptAt, end, outcome });
        context.signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
      });
    } finally {
      runs.delete(name);
    }
  }

  async function start(): Promise<void> {
    inbox = inboxOver(open());
    worker = await inbox.work(handle, {
      firstRetryMilliseconds: minute,
      longestRetryMilliseconds: minute,
      whenDead,
      logger: false,
      onOutcome: ({ outcome, item }) => outcomes.get(item.id)?.(outcome),
    });
  }

  async function stop(): Promise<void> {
    for (const { item } of runs.values()) item.attempts -= 1;
    await worker.close({ graceMilliseconds: 0 });
    await inbox.close();
  }

  async function until(what: string, holds: () => boolean): Promise<void> {
    for (const end = performance.now() + patienceMilliseconds; !holds(); await pause(1)) {
      if (violations.length > 0) throw new Error(violations.join("; "));
      if (performance.now() > end) throw new Error(`Waited for ${patienceMilliseconds / 1_000} s until ${what}`);
    }
  }

  const put = async (item: Item): Promise<unknown> => deliverText(inbox, messageText(item.chat, item.number));

  async function store(chat: string, number: number): Promise<void> {
    const settled = { settledAt: 0, blocks: false, isReplaced: false, isBeingErased: false };
    const item: Item = { chat, number, state: "open", attempts: 0, hasBegun: false, firstAttemptAt: 0, retryBy: 0, ...settled };
    // Before it is stored: it may run before the result is here.
    items.push(item);
    expectEqual(await put(item), "stored", `put of ${nameOf(item)}`);
  }

  function settle(item: Item, state: Item["state"]): void {
    item.state = state;
    item.settledAt = now;
    item.blocks = state === "dead" && whenDead === "block";
  }

  async function end(run: Run, how: "succeed" | "fail" | "give up"): Promise<void> {
    const isDead = how === "give up" || (how === "fail" && run.retryingMilliseconds >= day);
    // Before it ends: the next one may run at once.
    if (how === "succeed") settle(run.item, "done");
    else if (isDead) settle(run.item, "dead");
    else run.item.retryBy = now + minute;
    run.end({ succeed: undefined, fail: new Error("fails"), "give up": new NotRetryable("no") }[how]);
    let outcome: string | undefined;
    void run.outcome.then((is) => (outcome = is));
    await until(`${nameOf(run.item)} is reported`, () => outcome !== undefined);
    const expected = how === "succeed" ? "handled" : isDead ? "dead" : "failed";
    expectEqual(outcome, expected, `outcome of ${nameOf(run.item)}`);
  }

  async function retry(chat: string): Promise<void> {
    const dead = items.filter((item) => item.chat === chat && item.state === "dead");
    const head = headOf(chat);
    // Whether that one runs before the dead ones are back is anybody's guess.
    if (dead.some((item) => item.isReplaced) || (head !== undefined && isWaiting(head))) return;
    for (const item of dead) Object.assign(item, { state: "open", attempts: 0, hasBegun: false, retryBy: 0, blocks: false });
    expectEqual(await inbox.items.retry({ state: "dead", chat: `${chat}@c.us` }), dead.length, `retried in ${chat}`);
  }

  async function erase(chat: string): Promise<void> {
    const erased = items.filter((item) => item.chat === chat && item.state !== "erased");
    for (const item of erased) item.isBeingErased = true;
    await inbox.items.erase({ chat: `${chat}@c.us` });
    for (const item of erased) {
      if (item.state === "open") item.settledAt = now;
      Object.assign(item, { state: "erased", blocks: false, isBeingErased: false });
    }
    expectEqual((await inbox.items.list({ chat: `${chat}@c.us` })).length, 0, `items of ${chat} after erasing`);
  }

  async function play([what, which]: Step): Promise<void> {
    const chat = `${prefix}${which % chats}`;
    const run = [...runs.values()][which % Math.max(1, runs.size)];
    const item = items[which % Math.max(1, items.length)];
    if (what === "put") await store(chat, items.length);
    else if (what === "retry") await retry(chat);
    else if (what === "erase") await erase(chat);
    else if (what === "restart") await stop().then(start);
    else if (what === "minute" || (what === "nine days" && now < 20 * day)) pass(what === "minute" ? minute : 9 * day);
    else if (what === "redeliver" && item !== undefined && !item.isReplaced) {
      if (item.state === "open" || now < item.settledAt + 8 * day)
        expectEqual(await put(item), "duplicate", `redelivery of ${nameOf(item)}`);
      else {
        item.isReplaced = true;
        await store(item.chat, item.number);
      }
    } else if ((what === "succeed" || what === "fail" || what === "give up") && run !== undefined) await end(run, what);
  }

  function pass(milliseconds: number): void {
    now += milliseconds;
    advance(milliseconds);
  }

  /** Resolves once everything runs that must. */
  async function catchUp(): Promise<void> {
    const heads = Array.from({ length: chats }, (_, index) => headOf(`${prefix}${index}`)).filter((head) => head !== undefined);
    for (const head of heads) await until(`${nameOf(head)} runs`, () => runs.has(nameOf(head)) || isBlocked(head.chat) || isWaiting(head));
    if (violations.length > 0) throw new Error(violations.join("; "));
  }

  await start();
  try {
    for (const step of steps) {
      await play(step);
      await catchUp();
    }
    while (items.some(({ state }) => state === "open")) {
      for (let chat = 0; chat < chats; chat += 1) if (isBlocked(`${prefix}${chat}`)) await erase(`${prefix}${chat}`);
      pass(minute);
      await catchUp();
      for (const run of runs.values()) await end(run, "succeed");
    }
    for (let chat = 0; chat < chats; chat += 1) {
      const dead = items.filter((item) => item.chat === `${prefix}${chat}` && item.state === "dead").length;
      expectEqual((await inbox!.items.list({ state: "dead", chat: `${prefix}${chat}@c.us` })).length, dead, "dead in the end");
    }
    expectEqual((await inbox!.items.list({ state: "waiting" })).length, 0, "waiting in the end");
  } finally {
    await stop();
  }
}

function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) throw new Error(`${what}: ${String(actual)}, expected ${String(expected)}`);
}
