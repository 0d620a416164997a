import { createDispatcher, type DeliveryContext } from "@greenhook/core";
import {
  inboxOver,
  itemOf,
  NotRetryable,
  type Attempt,
  type InboxEngine,
  type Settlement,
  type SettleResult,
  type TakenItem,
  type WorkOptions,
  type WorkOutcome,
} from "@greenhook/inbox";
import { afterEach, describe, expect, test, vi } from "vitest";
import { textMessage } from "../../support/notifications.ts";

type Handler = (parsed: unknown, context: DeliveryContext) => unknown;

/** Gives one item to a handler, and says how it was settled, what was reported and what was logged. */
async function runOne(handler: Handler, { given = {}, options = {}, settled = "settled", deliver = handler }: RunOptions = {}) {
  const settlements: Settlement[] = [];
  const outcomes: WorkOutcome[] = [];
  const lines: unknown[][] = [];
  const stopping = new AbortController();
  let take: (taken: TakenItem, attempt: Attempt) => Promise<void> = () => Promise.reject(new Error("no run"));
  const engine: InboxEngine = {
    name: "fake",
    put: () => Promise.resolve([]),
    async run(_concurrency, taking) {
      take = taking;
      return { stop: () => Promise.resolve(stopping.abort()) };
    },
    stats: () => Promise.reject(new Error("not asked")),
    check: () => Promise.reject(new Error("not asked")),
    close: () => Promise.resolve(),
  };
  const levels: string[] = [];
  const log =
    (level: string) =>
    (...line: unknown[]) =>
      levels.push(level) && lines.push(line);
  const worker = await inboxOver(engine).work(deliver as never, {
    onOutcome: (outcome) => outcomes.push(outcome),
    logger: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
    ...options,
  });
  const running = take(takenItem(given), {
    signal: stopping.signal,
    settle: (settlement) => (settlements.push(settlement), settled instanceof Error ? Promise.reject(settled) : Promise.resolve(settled)),
  });
  return { running, settlements, outcomes, levels, lines, worker };
}

interface RunOptions {
  readonly given?: Partial<TakenItem> & { readonly attempt?: number };
  readonly options?: WorkOptions;
  readonly settled?: SettleResult | Error;
  readonly deliver?: unknown;
}

function takenItem({ attempt = 1, ...more }: RunOptions["given"] & object): TakenItem {
  const item = {
    id: "7",
    key: "1.1101000001.digest",
    lane: "1101000001/79000000001@c.us",
    state: "running" as const,
    typeWebhook: "incomingMessageReceived",
    origin: "polling",
    storedAt: new Date(0),
    attempt,
  };
  const text = JSON.stringify(textMessage("SECRET"));
  return { item, fence: "1", text, receivedAt: new Date(1), retryingMilliseconds: 0, suspect: false, deaths: 0, ...more };
}

const fails = (error: unknown) => () => {
  throw error;
};
const hour = 3_600_000;

describe("what a handler gets", () => {
  test("the notification, where it came from, its attempt, its trace, what it lacks, and its item", async () => {
    let got: DeliveryContext | undefined;
    let item: unknown;
    const handler = createDispatcher().onText((_notification, _text, context) => {
      got = context;
      item = itemOf({ ...context });
    });
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const { running, settlements } = await runOne(() => undefined, {
      deliver: handler,
      given: { attempt: 3, traceparent, missing: ["a"] },
    });
    await running;
    expect(got).toMatchObject({ source: "inbox", origin: "polling", attempt: 3, traceparent, missing: ["a"], receivedAt: new Date(1) });
    expect(item).toMatchObject({ id: "7", attempt: 3 });
    expect(got && itemOf(got)).toBeUndefined();
    expect(settlements).toEqual([{ outcome: "done" }]);
  });
});

describe("how an attempt is settled", () => {
  test("handled, or ignored where nothing is registered", async () => {
    const handled = await runOne(() => "anything");
    const ignored = await runOne(() => undefined, { deliver: createDispatcher() });
    await Promise.all([handled.running, ignored.running]);
    expect([handled, ignored].map(({ settlements, outcomes }) => [settlements, outcomes[0]?.outcome])).toEqual([
      [[{ outcome: "done" }], "handled"],
      [[{ outcome: "done" }], "ignored"],
    ]);
  });

  test.each([
    [1, 1_000],
    [2, 2_000],
    [9, 256_000],
    [10, 300_000],
    [2_000, 300_000],
  ])("a failure of attempt %i: again after at most %i ms", async (attempt, longest) => {
    for (const random of [0, 0.999]) {
      vi.spyOn(Math, "random").mockReturnValue(random);
      const { running, settlements, outcomes } = await runOne(fails(new Error("down")), { given: { attempt } });
      await running;
      expect(settlements).toEqual([{ outcome: "retry", error: "down", afterMilliseconds: Math.round(random * longest) }]);
      expect(outcomes[0]).toMatchObject({ outcome: "failed", error: new Error("down") });
    }
    vi.restoreAllMocks();
  });

  test.each([
    ["24 hours after its first attempt", { retryingMilliseconds: 24 * hour }, {}, new Error("down")],
    ["after its last attempt", { attempt: 3 }, { attempts: 3 }, new Error("down")],
    ["for what isn't retryable", {}, {}, new NotRetryable("down")],
    ["for what another copy of the package says isn't", {}, {}, Object.assign(new Error("down"), { name: "NotRetryable" })],
    ["where every handler says so", {}, {}, new AggregateError([new NotRetryable("a"), new NotRetryable("b")], "down")],
  ])("dead %s", async (_when, given, options, error) => {
    const { running, settlements, outcomes, lines } = await runOne(fails(error), { given, options });
    await running;
    expect(settlements).toEqual([{ outcome: "dead", error: "down", blocks: false }]);
    expect(outcomes[0]).toMatchObject({ outcome: "dead", error });
    expect(lines[0]?.[0]).toMatch(
      /^greenhook: inbox item dead .* id=7 milliseconds=\d+: given up after attempt \d; items\.retry\(\) would/,
    );
    expect(lines[0]?.[1]).toBe(error);
  });

  test.each([
    ["just before 24 hours", { retryingMilliseconds: 24 * hour - 1_000 }, {}, new Error("down")],
    ["before its last attempt", { attempt: 2 }, { attempts: 3 }, new Error("down")],
    ["where one handler's failure may pass", {}, {}, new AggregateError([new NotRetryable("a"), new Error("b")], "down")],
  ])("retried %s", async (_when, given, options, error) => {
    const { running, settlements } = await runOne(fails(error), { given, options });
    await running;
    expect(settlements[0]?.outcome).toBe("retry");
  });

  test("a dead item blocks its lane where the worker says so", async () => {
    const { running, settlements } = await runOne(fails(new NotRetryable("no")), { options: { whenDead: "block" } });
    await running;
    expect(settlements).toEqual([{ outcome: "dead", error: "no", blocks: true }]);
  });

  test.each([
    ["at most 500 characters, which every engine can hold", "é\0\ud800".repeat(400), {}, "é\uFFFD\uFFFD".repeat(400).slice(0, 500)],
    ["nothing with storeErrors: false", "SECRET", { storeErrors: false }, ""],
  ])("of an error is stored: %s", async (_what, message, options, stored) => {
    const { running, settlements } = await runOne(fails(new Error(message)), { options });
    await running;
    expect(settlements[0]).toMatchObject({ error: stored });
  });

  test.each([undefined, null, "text", { toString: null }, Symbol("s")])("whatever is thrown: %o", async (thrown) => {
    const { running, settlements } = await runOne(fails(thrown));
    await running;
    expect(settlements[0]?.outcome).toBe("retry");
  });
});

describe("what can't be delivered", () => {
  const differs = JSON.stringify({ ...textMessage(), idMessage: undefined });

  test.each([
    ["a text that is no notification", "[1]", () => undefined],
    ["one that differs from its kind, and that no handler takes", differs, createDispatcher().onText(() => undefined)],
  ])("is dead: %s", async (_what, text, deliver) => {
    const { running, settlements, outcomes } = await runOne(() => undefined, { given: { text }, deliver });
    await running;
    expect(settlements[0]).toMatchObject({ outcome: "dead" });
    expect(outcomes[0]?.outcome).toBe("dead");
  });

  test("goes to the quarantine where there is one, and is retried where that fails", async () => {
    const kept: unknown[] = [];
    const quarantine = (rejected: object): void => void kept.push(rejected);
    const one = await runOne(() => undefined, { given: { text: "[1]" }, options: { quarantine } });
    const other = await runOne(() => undefined, { given: { text: "[1]" }, options: { quarantine: fails(new Error("full")) } });
    await Promise.all([one.running, other.running]);
    expect(kept).toMatchObject([{ code: "SHAPE" }]);
    expect([one.settlements[0]?.outcome, one.outcomes[0]?.outcome]).toEqual(["done", "quarantined"]);
    expect(other.settlements).toMatchObject([{ outcome: "retry", error: "full" }]);
  });

  test("is taken by onUnknown", async () => {
    const { running, settlements } = await runOne(() => undefined, {
      given: { text: differs },
      deliver: createDispatcher().onUnknown(() => undefined),
    });
    await running;
    expect(settlements).toEqual([{ outcome: "done" }]);
  });
});

describe("an item whose process died", () => {
  test.each([
    ["after three deaths alone", { suspect: true, deaths: 3, attempt: 5 }, {}],
    ["once its time is over", { suspect: true, retryingMilliseconds: 24 * hour, attempt: 4 }, {}],
    ["during its last attempt", { suspect: true, attempt: 4 }, { attempts: 3 }],
  ])("is dead without another run %s", async (_when, given, options) => {
    let runs = 0;
    const { running, settlements } = await runOne(() => (runs += 1), { given, options });
    await running;
    expect([runs, settlements[0]?.outcome]).toEqual([0, "dead"]);
  });

  test.each([
    ["before that", { deaths: 2, attempt: 4 }],
    ["where the machine was off for the time of its retries", { retryingMilliseconds: 60 * hour, attempt: 2 }],
  ])("runs again %s", async (_when, given) => {
    const { running, settlements } = await runOne(() => undefined, { given: { suspect: true, ...given } });
    await running;
    expect(settlements).toEqual([{ outcome: "done" }]);
  });
});

describe("a handler that takes too long", () => {
  afterEach(() => void vi.useRealTimers());

  test("is told by its signal; 30 seconds later its attempt has failed, and its place stays taken until it returns", async () => {
    vi.useFakeTimers();
    let signal: AbortSignal | undefined;
    let finish = (_value: unknown): void => undefined;
    const hangs: Handler = (_parsed, context) => {
      signal = context.signal;
      return new Promise((resolve) => (finish = resolve));
    };
    const { running, settlements, outcomes, lines } = await runOne(hangs, { options: { handlerMilliseconds: 60_000 } });
    let isFree = false;
    void running.then(() => (isFree = true));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(signal?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(settlements).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(settlements).toMatchObject([{ outcome: "retry", error: "Its handler didn't return within 90 s" }]);
    expect(lines).toEqual([
      [expect.stringMatching(/^greenhook: inbox handler stuck .* id=7: it hasn't returned after 90 s, and takes one of 64 places/)],
      [expect.stringMatching(/^greenhook: inbox item failed .*: attempt 1; the next in \d s$/), expect.any(Error)],
    ]);
    expect([isFree, outcomes.map(({ outcome }) => outcome)]).toEqual([false, ["failed"]]);
    finish("late");
    await running;
    expect([settlements.length, outcomes.map(({ outcome }) => outcome)]).toEqual([1, ["failed", "stale"]]);
  });

  test("may still fail within those 30 seconds, with its own error", async () => {
    vi.useFakeTimers();
    const heeds: Handler = (_parsed, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("heard"))));
    const { running, settlements } = await runOne(heeds, { options: { handlerMilliseconds: 1_000 } });
    await vi.advanceTimersByTimeAsync(1_000);
    await running;
    expect(settlements).toMatchObject([{ outcome: "retry", error: "heard" }]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("what is reported", () => {
  test("stale, where another attempt has the item", async () => {
    const { running, outcomes } = await runOne(() => undefined, { settled: "stale" });
    await running;
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["stale"]);
  });

  test("handled, where the item was completed before its handler threw", async () => {
    const { running, outcomes } = await runOne(fails(new Error("after the commit")), { settled: "completed" });
    await running;
    expect(outcomes).toMatchObject([{ outcome: "handled", error: new Error("after the commit") }]);
  });

  test("nothing that an observer can break", async () => {
    for (const onOutcome of [fails(new Error("observer")), () => Promise.reject(new Error("observer"))]) {
      const { running, settlements } = await runOne(() => undefined, { options: { onOutcome } });
      await running;
      expect(settlements).toEqual([{ outcome: "done" }]);
    }
  });
});

describe("what is logged", () => {
  const thrown = new Error("mine");
  const about = "typeWebhook=incomingMessageReceived idInstance=1101000001 id=7 milliseconds=\\d+";

  test.each<[string, Handler, Omit<RunOptions, "deliver">, string | undefined, unknown?]>([
    ["handled", () => undefined, {}, undefined],
    ["ignored", () => "ignored", {}, undefined],
    ["failed", fails(thrown), {}, `warn greenhook: inbox item failed ${about}: attempt 1; the next in \\d s`, thrown],
    ["dead", fails(thrown), { options: { attempts: 1 } }, `error greenhook: inbox item dead ${about}: given up after attempt 1; `, thrown],
    ["dead, since it can't be delivered", () => undefined, { given: { text: "SECRET" } }, `error greenhook: inbox item dead ${about}: `],
    [
      "dead, since its process died",
      () => undefined,
      { given: { suspect: true, deaths: 3 } },
      `error greenhook: inbox item dead ${about}: given up after attempt 1; `,
    ],
    [
      "quarantined",
      () => undefined,
      { given: { text: "SECRET" }, options: { quarantine: () => undefined } },
      `warn greenhook: inbox item quarantined ${about}: it can't be delivered`,
    ],
    ["stale", () => undefined, { settled: "stale" }, `warn greenhook: inbox item stale ${about}: it was erased, or another attempt has it`],
    ["stale, and failed", fails(thrown), { settled: "stale" }, `warn greenhook: inbox item stale ${about}: `, thrown],
    ["completed before it failed", fails(thrown), { settled: "completed" }, undefined],
    [
      "not settled",
      () => undefined,
      { settled: thrown },
      "error greenhook: inbox item not settled .* id=7: another attempt will settle it",
      thrown,
    ],
  ])("of an item that is %s", async (_what, handler, options, line, error) => {
    const spies = (["info", "log", "warn", "error"] as const).map((level) => vi.spyOn(console, level).mockReturnValue());
    const { running, levels, lines } = await runOne(handler, options);
    await running;
    expect(spies.flatMap(({ mock }) => mock.calls)).toEqual([]);
    vi.restoreAllMocks();
    expect(levels).toEqual(line === undefined ? [] : [line.split(" ")[0]]);
    for (const [text, ...after] of lines) {
      expect(text).toMatch(new RegExp(`^${line?.replace(/^\w+ /, "")}`));
      expect(text).not.toMatch(/SECRET|79000000001/);
      if (error !== undefined) expect(after[0]).toBe(error);
    }
  });

  test("is the console from warn on without a logger, and nothing with false", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const error = vi.spyOn(console, "error").mockReturnValue();
    const silent = await runOne(fails(new NotRetryable("no")), { options: { logger: false } });
    await silent.running;
    expect([warn.mock.calls.length, error.mock.calls.length]).toEqual([0, 0]);
    const failed = await runOne(fails(thrown), { options: { logger: undefined } });
    const dead = await runOne(fails(new NotRetryable("no")), { options: { logger: undefined } });
    await Promise.all([failed.running, dead.running]);
    expect([warn.mock.calls.length, error.mock.calls.length]).toEqual([1, 1]);
    vi.restoreAllMocks();
  });
});

test.each([
  [{ concurrency: 0 }, '"concurrency" must be a number from 1 to 10000'],
  [{ concurrency: 1.5 }, '"concurrency" must be a whole number'],
  [{ attempts: 0 }, '"attempts" must be a number from 1 to Infinity'],
  [{ handlerMilliseconds: Number.NaN }, '"handlerMilliseconds" must be a number from 1 to'],
  [{ longestRetryMilliseconds: 900_001 }, '"longestRetryMilliseconds" must be a number from 0 to 900000'],
  [{ whenDead: "stop" }, '"whenDead" must be "continue" or "block"'],
  [{ storeErrors: "no" }, '"storeErrors" must be a boolean'],
  [{ logger: {} }, '"logger" must be a logger'],
  [{ retryMilliseconds: 1 }, 'there is no option "retryMilliseconds": did you mean "retryForMilliseconds"?'],
  [{ onOutcome: 1 }, '"onOutcome" must be a function'],
  [{ quarantine: "folder" }, '"quarantine" must be a function'],
])("options that make no sense are refused: %o", async (options, message) => {
  await expect(runOne(() => undefined, { options: options as WorkOptions })).rejects.toThrow(message);
});

test("nor is anything worked with that is neither a function nor has a deliver", async () => {
  await expect(runOne(() => undefined, { deliver: {} })).rejects.toThrow('"deliver" must be a function or a dispatcher');
});
