import { execFile } from "node:child_process";
import { getEventListeners } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createWebhookHandler, withoutDuplicates, type DeliveryContext, type DeliveryOutcome, type DuplicateStore } from "@greenhook/core";
import { expect, test, vi } from "vitest";
import { readFixture } from "../../fixtures/read-fixtures.ts";

type Delivery = Parameters<ReturnType<typeof withoutDuplicates>>;
type Deliver = (...delivery: Delivery) => unknown;

const context: DeliveryContext = {
  id: "1",
  signal: new AbortController().signal,
  receivedAt: new Date(0),
  source: "webhook",
  origin: "webhook",
};

/** A fixture as parseNotification gives it. */
function known(name: string): Delivery[0] {
  const notification = readFixture(name);
  return { kind: "known", notification, value: notification };
}

test("withoutDuplicates() delivers once and then says duplicate", async () => {
  const inner = vi.fn<Deliver>().mockResolvedValue("stored");
  const deliver = withoutDuplicates(inner);
  expect(await deliver(known("textMessage"), context)).toBe("stored");
  expect(await deliver(known("textMessage"), context)).toBe("duplicate");
  expect(await deliver(known("imageMessage"), context)).toBe("stored");
  expect(inner).toHaveBeenCalledTimes(2);
  expect(inner.mock.calls[0]![1]).toBe(context);
});

test("withoutDuplicates() delivers again what was ignored", async () => {
  const inner = vi.fn<Deliver>().mockResolvedValueOnce("ignored");
  const deliver = withoutDuplicates(inner);
  expect(await deliver(known("textMessage"), context)).toBe("ignored");
  expect(await deliver(known("textMessage"), context)).toBeUndefined();
  expect(inner).toHaveBeenCalledTimes(2);
});

test("withoutDuplicates() delivers each quotaExceeded that has no timestamp", async () => {
  const { timestamp: _, ...notification } = readFixture("quotaExceeded") as { timestamp?: number };
  const parsed = { kind: "known", notification: notification as never, value: notification } as const;
  const inner = vi.fn<Deliver>();
  const deliver = withoutDuplicates(inner);
  for (let time = 0; time < 2; time += 1) expect(await deliver(parsed, context)).toBeUndefined();
  expect(inner).toHaveBeenCalledTimes(2);
});

test("withoutDuplicates() takes a dispatcher", async () => {
  const dispatcher = { deliver: vi.fn<Deliver>() };
  const deliver = withoutDuplicates(dispatcher);
  expect(await deliver(known("textMessage"), context)).toBeUndefined();
  expect(await deliver(known("textMessage"), context)).toBe("duplicate");
  expect(dispatcher.deliver).toHaveBeenCalledTimes(1);
});

test("withoutDuplicates() takes an object whose deliver needs it", async () => {
  const queue = {
    sent: 0,
    async deliver() {
      this.sent += 1;
    },
  };
  await withoutDuplicates(queue)(known("textMessage"), context);
  expect(queue.sent).toBe(1);
});

test("withoutDuplicates() delivers again what failed", async () => {
  const inner = vi.fn<Deliver>().mockRejectedValueOnce(new Error("down"));
  const deliver = withoutDuplicates(inner);
  await expect(deliver(known("textMessage"), context)).rejects.toThrow("down");
  expect(await deliver(known("textMessage"), context)).toBeUndefined();
  expect(inner).toHaveBeenCalledTimes(2);
});

test("withoutDuplicates() fails with what a function throws at once", async () => {
  const deliver = withoutDuplicates(() => {
    throw new Error("at once");
  });
  await expect(deliver(known("textMessage"), context)).rejects.toThrow("at once");
});

test("withoutDuplicates() waits for the delivery in flight, and calls it a duplicate if that succeeds", async () => {
  let finish: () => void = () => {};
  const inner = vi.fn<Deliver>(() => new Promise<void>((resolve) => (finish = resolve)));
  const deliver = withoutDuplicates(inner);
  const both = [deliver(known("textMessage"), context), deliver(known("textMessage"), context)];
  await vi.waitFor(() => expect(inner).toHaveBeenCalled());
  finish();
  expect(await Promise.all(both)).toEqual([undefined, "duplicate"]);
  expect(inner).toHaveBeenCalledTimes(1);
});

test("withoutDuplicates() delivers the one that waited where the delivery in flight fails", async () => {
  let fail: (error: Error) => void = () => {};
  const inner = vi.fn<Deliver>(() => new Promise<void>((_, reject) => (fail = reject)));
  const deliver = withoutDuplicates(inner);
  const both = [deliver(known("textMessage"), context), deliver(known("textMessage"), context)];
  await vi.waitFor(() => expect(inner).toHaveBeenCalled());
  inner.mockResolvedValue("handled");
  fail(new Error("down"));
  expect(await Promise.allSettled(both)).toMatchObject([{ status: "rejected" }, { status: "fulfilled", value: "handled" }]);
});

test("withoutDuplicates() gives up waiting once nobody waits for it", async () => {
  const deliver = withoutDuplicates(() => new Promise(() => undefined));
  void deliver(known("textMessage"), context);
  const signal = AbortSignal.timeout(120);
  await expect(deliver(known("textMessage"), { ...context, signal })).rejects.toThrow("still running");
});

test("withoutDuplicates() lets another take over once a lease has run out, and the late one settles nothing", async () => {
  const finishes: (() => void)[] = [];
  const ends: string[] = [];
  const store = leasedStore();
  const inner = (): Promise<void> => new Promise((resolve) => finishes.push(resolve));
  // Two processes with one store; the first stands still, so that its lease isn't renewed.
  const first = withoutDuplicates(inner, { store: { ...store, renew: () => undefined }, leaseMilliseconds: 50 });
  const second = withoutDuplicates(inner, { store, leaseMilliseconds: 50 });
  const late = Promise.resolve(first(known("textMessage"), context)).then(() => ends.push("late"));
  const taken = Promise.resolve(second(known("textMessage"), context)).then((result) => ends.push(`second ${String(result)}`));
  await vi.waitFor(() => expect(finishes).toHaveLength(2));
  finishes[0]!();
  await late;
  expect(store.claim("other", 1)).toMatchObject({ state: "new" });
  expect(store.doneKeys()).toBe(0);
  finishes[1]!();
  await taken;
  expect(store.doneKeys()).toBe(1);
  expect(ends).toEqual(["late", "second undefined"]);
});

test("withoutDuplicates() renews the lease of a delivery that takes long", async () => {
  const store = leasedStore();
  let finish: () => void = () => {};
  const deliver = withoutDuplicates(() => new Promise<void>((resolve) => (finish = resolve)), { store, leaseMilliseconds: 60 });
  const slow = deliver(known("textMessage"), context);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(store.runningKeys()).toBe(1);
  finish();
  await slow;
  expect(store.doneKeys()).toBe(1);
});

test("withoutDuplicates() doesn't record a delivery that resolved because its signal was aborted", async () => {
  const outcomes: DeliveryOutcome[] = [];
  let done = 0;
  const handler = createWebhookHandler({
    token: "t",
    // The second delivery has as long, on a busy machine too.
    deadlineMilliseconds: 500,
    deliver: withoutDuplicates(async (_, { signal }) => {
      if (outcomes.length === 0) await new Promise((resolve) => signal.addEventListener("abort", resolve));
      if (signal.aborted) return;
      done += 1;
    }),
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  const request = { method: "POST", authorization: ["Bearer t"], body: { kind: "read", value: readFixture("textMessage") } } as const;
  expect((await handler(request)).status).toBe(503);
  // The run that was aborted ends.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await handler(request)).status).toBe(200);
  expect([done, outcomes.map(({ outcome }) => outcome)]).toEqual([1, ["late", "handled"]]);
});

test("withoutDuplicates() forgets after its time", async () => {
  vi.useFakeTimers();
  try {
    const inner = vi.fn<Deliver>();
    const deliver = withoutDuplicates(inner, { ttlMilliseconds: 1000 });
    await deliver(known("textMessage"), context);
    vi.advanceTimersByTime(999);
    expect(await deliver(known("textMessage"), context)).toBe("duplicate");
    vi.advanceTimersByTime(1);
    expect(await deliver(known("textMessage"), context)).toBeUndefined();
  } finally {
    vi.useRealTimers();
  }
});

test("withoutDuplicates() keeps the latest 100,000 keys and no more", async () => {
  const deliver = withoutDuplicates(() => {});
  const numbered = (number: number) => ({ kind: "unknown", typeWebhook: "later", value: { number, timestamp: number } }) as const;
  for (let number = 0; number <= 100_000; number += 1) await deliver(numbered(number), context);
  expect(await deliver(numbered(1), context)).toBe("duplicate");
  expect(await deliver(numbered(0), context)).toBeUndefined();
});

test("withoutDuplicates() asks a store of one's own, and records after success only", async () => {
  const steps: string[] = [];
  let state: "new" | "done" = "new";
  const store: DuplicateStore = {
    async claim(key, leaseMilliseconds) {
      steps.push(`claim ${typeof key} ${leaseMilliseconds}`);
      return state === "new" ? { state, fence: "f" } : { state };
    },
    renew: () => undefined,
    settle: async (_, fence, done, ttlMilliseconds) => void steps.push(`settle ${fence} ${done} ${ttlMilliseconds}`),
  };
  const deliver = withoutDuplicates(() => void steps.push("deliver"), { store, ttlMilliseconds: 5, leaseMilliseconds: 6 });
  expect(await deliver(known("textMessage"), context)).toBeUndefined();
  expect(steps).toEqual(["claim string 6", "deliver", "settle f true 5"]);
  state = "done";
  expect(await deliver(known("textMessage"), context)).toBe("duplicate");
});

test("withoutDuplicates() fails where the store does, and delivers nothing on a response that is none", async () => {
  const inner = vi.fn<Deliver>();
  const store = (claim: () => unknown): DuplicateStore => ({ claim: claim as never, renew: () => undefined, settle: () => undefined });
  const broken = withoutDuplicates(inner, { store: store(() => Promise.reject(new Error("store down"))) });
  await expect(broken(known("textMessage"), context)).rejects.toThrow("store down");
  const odd = withoutDuplicates(inner, { store: store(() => ({ state: "0" })) });
  await expect(odd(known("textMessage"), context)).rejects.toThrow("duplicate store");
  expect(inner).not.toHaveBeenCalled();
});

test("withoutDuplicates() delivers a redelivery where the first run ended with its request", async () => {
  const child = fileURLToPath(new URL("dead-run-child.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--conditions=workerd", child]);
  expect(JSON.parse(stdout)).toEqual(["late", "unknown", "duplicate"]);
});

/** A store with leases in real time, whose contents can be counted. */
function leasedStore() {
  const done = new Set<string>();
  const running = new Map<string, { fence: string; expiry: number }>();
  let claims = 0;
  return {
    claim(key: string, leaseMilliseconds: number) {
      if (done.has(key)) return { state: "done" } as const;
      if ((running.get(key)?.expiry ?? 0) > performance.now()) return { state: "running" } as const;
      const fence = `fence ${(claims += 1)}`;
      running.set(key, { fence, expiry: performance.now() + leaseMilliseconds });
      return { state: "new", fence } as const;
    },
    renew(key: string, fence: string, leaseMilliseconds: number) {
      const claim = running.get(key);
      if (claim?.fence === fence) claim.expiry = performance.now() + leaseMilliseconds;
    },
    settle(key: string, fence: string, isDone: boolean) {
      if (running.get(key)?.fence !== fence) return;
      running.delete(key);
      if (isDone) done.add(key);
    },
    doneKeys: () => done.size,
    runningKeys: () => [...running.values()].filter(({ expiry }) => expiry > performance.now()).length,
  };
}

test("withoutDuplicates() waits for another delivery as long as its caller does, and then leaves nothing behind", async () => {
  const states = ["running", "running", "done"] as const;
  let claims = 0;
  const store: DuplicateStore = {
    claim: () => ({ state: states[claims++] ?? "running" }),
    renew: () => undefined,
    settle: () => undefined,
  };
  const deliver = withoutDuplicates(() => undefined, { store });
  const { signal } = new AbortController();
  expect(await deliver(known("textMessage"), { ...context, signal })).toBe("duplicate");
  expect(getEventListeners(signal, "abort")).toEqual([]);
  await expect(deliver(known("textMessage"), { ...context, signal: AbortSignal.abort() })).rejects.toThrow(/still running/);
  await expect(deliver(known("textMessage"), { ...context, signal: AbortSignal.timeout(5) })).rejects.toThrow(/still running/);
  expect(claims).toBe(5);
});
