import { EngineUnavailable, type NewItem, type PutResult } from "@greenhook/inbox";
import { describe, expect, test, vi } from "vitest";
import { PutQueue } from "../../../packages/inbox/dist/putting/put-queue.js";

const never = new AbortController().signal;

function item(key: string, text = "{}"): NewItem {
  return {
    key,
    lane: "1",
    typeWebhook: "incomingCall",
    plain: false,
    text,
    origin: "webhook",
    receivedAt: new Date(0),
    keepMilliseconds: 1,
  };
}

/** An engine that notes its batches, and gives what `put` says. */
function engineWith(put: (keys: readonly string[], batch: number) => readonly PutResult[] | Promise<readonly PutResult[]>) {
  const batches: string[][] = [];
  return {
    name: "fake",
    batches,
    async put(items: readonly NewItem[]): Promise<readonly PutResult[]> {
      const keys = items.map(({ key }) => key);
      batches.push(keys);
      return put(keys, batches.length);
    },
  };
}
const storing = (keys: readonly string[]): PutResult[] => keys.map(() => "stored");

describe("batches", () => {
  test("what arrives at once is stored at once, at most 64 items at a time", async () => {
    const engine = engineWith(storing);
    const queue = new PutQueue(engine);
    const keys = Array.from({ length: 130 }, (_, index) => `k${index}`);
    expect(await Promise.all(keys.map((key) => queue.put(item(key), never)))).toEqual(storing(keys));
    expect(engine.batches.map((batch) => batch.length)).toEqual([64, 64, 2]);
    expect(engine.batches.flat()).toEqual(keys);
  });

  test("a batch holds at most 4 MiB, unless one item is larger", async () => {
    const engine = engineWith(storing);
    const queue = new PutQueue(engine);
    const mebibyte = "x".repeat(1024 * 1024);
    const sizes = [1, 2, 2, 5, 1];
    await Promise.all(sizes.map((size, index) => queue.put(item(`k${index}`, mebibyte.repeat(size)), never)));
    expect(engine.batches).toEqual([["k0", "k1"], ["k2"], ["k3"], ["k4"]]);
  });

  test("equal keys are stored once: the others are duplicates", async () => {
    const engine = engineWith(storing);
    const queue = new PutQueue(engine);
    const results = await Promise.all(["a", "b", "a", "a"].map((key) => queue.put(item(key), never)));
    expect(results).toEqual(["stored", "stored", "duplicate", "duplicate"]);
    expect(engine.batches).toEqual([["a", "b"]]);
  });
});

describe("a batch that the engine refuses", () => {
  test("is halved until the guilty item is alone; all others are stored", async () => {
    const engine = engineWith((keys) => {
      if (keys.includes("bad")) throw new Error("refused");
      return storing(keys);
    });
    const queue = new PutQueue(engine);
    const keys = ["a", "b", "c", "bad", "d", "e", "f"];
    const results = await Promise.allSettled(keys.map((key) => queue.put(item(key), never)));
    expect(results.map(({ status }) => status === "fulfilled")).toEqual([true, true, true, false, true, true, true]);
    expect(results[3]).toMatchObject({ reason: { message: "refused" } });
  });

  test("is never answered as stored where results are missing", async () => {
    const queue = new PutQueue(engineWith(() => []));
    await expect(queue.put(item("a"), never)).rejects.toThrow('"fake" gave 0 results for 1 items');
  });
});

describe("an engine that is away", () => {
  test("is asked again after 100 ms, growing to 2 s, and gets everything in order", async () => {
    const times: number[] = [];
    const engine = engineWith((keys) => {
      times.push(performance.now());
      if (times.length <= 2) throw new EngineUnavailable("locked");
      return storing(keys);
    });
    const queue = new PutQueue(engine);
    const first = queue.put(item("a"), never);
    await vi.waitUntil(() => times.length > 0);
    const second = queue.put(item("b"), never);
    expect(await Promise.all([first, second])).toEqual(["stored", "stored"]);
    expect(engine.batches).toEqual([["a"], ["a", "b"], ["a", "b"]]);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(95);
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThan(195);
  });

  test("isn't waited for longer than the delivery's own signal allows", async () => {
    let isAway = true;
    const engine = engineWith((keys) => {
      if (isAway) throw new EngineUnavailable("locked");
      return storing(keys);
    });
    const queue = new PutQueue(engine);
    const impatient = new AbortController();
    const one = queue.put(item("a"), impatient.signal);
    const other = queue.put(item("b"), never);
    await vi.waitUntil(() => engine.batches.length > 0);
    impatient.abort(new Error("deadline"));
    await expect(one).rejects.toThrow("deadline");
    isAway = false;
    expect(await other).toBe("stored");
    expect(engine.batches.at(-1)).toEqual(["b"]);
  });

  test("gets no second half before the first", async () => {
    const engine = engineWith((keys, batch) => {
      if (batch === 1) throw new Error("refused as a whole");
      if (batch === 2) throw new EngineUnavailable("locked");
      return storing(keys);
    });
    const queue = new PutQueue(engine);
    await Promise.all(["a", "b"].map((key) => queue.put(item(key), never)));
    expect(engine.batches).toEqual([["a", "b"], ["a"], ["a", "b"]]);
  });
});

describe("bounds", () => {
  test("10,000 wait, the next is refused", async () => {
    let letGo = (): void => undefined;
    const engine = engineWith((keys, batch) =>
      batch > 1 ? storing(keys) : new Promise((resolve) => (letGo = () => resolve(storing(keys)))),
    );
    const queue = new PutQueue(engine);
    const waiting = Array.from({ length: 10_000 }, (_, index) => queue.put(item(`k${index}`), never));
    await expect(queue.put(item("one more"), never)).rejects.toThrow('10000 are waiting for "fake" already');
    await vi.waitUntil(() => engine.batches.length > 0);
    letGo();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(["stored"]));
    expect(await queue.put(item("one more"), never)).toBe("stored");
  });

  test("64 MiB wait, more are refused", async () => {
    const queue = new PutQueue(engineWith(() => new Promise(() => undefined)));
    const large = "x".repeat(16 * 1024 * 1024);
    for (const key of ["a", "b", "c", "d"]) void queue.put(item(key, large), never);
    await expect(queue.put(item("e", "x"), never)).rejects.toThrow("4 are waiting");
  });
});

test("closing takes no more, and waits for what is being stored", async () => {
  const engine = engineWith(storing);
  const queue = new PutQueue(engine);
  const stored = queue.put(item("a"), never);
  const closing = queue.close();
  await expect(queue.put(item("b"), never)).rejects.toThrow("the inbox is closed");
  await closing;
  expect(await stored).toBe("stored");
});

test("the engine's signal is aborted once nobody waits for the batch", async () => {
  const signals: AbortSignal[] = [];
  const queue = new PutQueue({
    name: "fake",
    put: (_items, signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    },
  });
  const [one, other] = [new AbortController(), new AbortController()];
  const both = [queue.put(item("a"), one.signal), queue.put(item("b"), other.signal)];
  await vi.waitUntil(() => signals.length > 0);
  one.abort();
  expect(signals[0]?.aborted).toBe(false);
  other.abort();
  expect(signals[0]?.aborted).toBe(true);
  await Promise.allSettled(both);
});
