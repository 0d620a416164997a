import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { withoutDuplicates, type DuplicateStore } from "@greenhook/core";
import { expect, test, vi } from "vitest";
import { readFixture } from "../../fixtures/read-fixtures.ts";

type Deliver = ReturnType<typeof withoutDuplicates>;

const context: Parameters<Deliver>[1] = { signal: new AbortController().signal, receivedAt: new Date(0), source: "webhook" };

/** A fixture as parseNotification gives it. */
function known(name: string): Parameters<Deliver>[0] {
  const notification = readFixture(name);
  return { kind: "known", notification, value: notification };
}

test("withoutDuplicates() delivers once and then says duplicate", async () => {
  const inner = vi.fn<Deliver>().mockResolvedValue("ignored");
  const deliver = withoutDuplicates(inner);
  expect(await deliver(known("textMessage"), context)).toBe("ignored");
  expect(await deliver(known("textMessage"), context)).toBe("duplicate");
  expect(await deliver(known("imageMessage"), context)).toBe("ignored");
  expect(inner).toHaveBeenCalledTimes(2);
  expect(inner.mock.calls[0]![1]).toBe(context);
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

test("withoutDuplicates() joins the run that is in flight", async () => {
  let finish: () => void = () => {};
  const inner = vi.fn<Deliver>(() => new Promise<void>((resolve) => (finish = resolve)));
  const deliver = withoutDuplicates(inner);
  const both = [deliver(known("textMessage"), context), deliver(known("textMessage"), context)];
  await vi.waitFor(() => expect(inner).toHaveBeenCalled());
  finish();
  expect(await Promise.all(both)).toEqual([undefined, "duplicate"]);
  expect(inner).toHaveBeenCalledTimes(1);
});

test("withoutDuplicates() fails both when the joined run fails, and delivers again later", async () => {
  let fail: (error: Error) => void = () => {};
  const inner = vi.fn<Deliver>(() => new Promise<void>((_, reject) => (fail = reject)));
  const deliver = withoutDuplicates(inner);
  const both = [deliver(known("textMessage"), context), deliver(known("textMessage"), context)];
  await vi.waitFor(() => expect(inner).toHaveBeenCalled());
  fail(new Error("down"));
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  inner.mockResolvedValue("ignored");
  expect(await deliver(known("textMessage"), context)).toBe("ignored");
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
  const numbered = (number: number) => ({ kind: "unknown", typeWebhook: "later", value: { number } }) as const;
  for (let number = 0; number <= 100_000; number += 1) await deliver(numbered(number), context);
  expect(await deliver(numbered(1), context)).toBe("duplicate");
  expect(await deliver(numbered(0), context)).toBeUndefined();
});

test("withoutDuplicates() asks a store of one's own, and records after success only", async () => {
  const steps: string[] = [];
  const store: DuplicateStore = {
    has: (key) => Promise.resolve(steps.push(`has ${typeof key}`) > 3),
    add: async (_, ttlMilliseconds) => void steps.push(`add ${ttlMilliseconds}`),
  };
  const deliver = withoutDuplicates(() => void steps.push("deliver"), { store, ttlMilliseconds: 5 });
  expect(await deliver(known("textMessage"), context)).toBeUndefined();
  expect(steps).toEqual(["has string", "deliver", "add 5"]);
  expect(await deliver(known("textMessage"), context)).toBe("duplicate");
});

test("withoutDuplicates() runs a retry again where the first run ended with its request", async () => {
  const child = fileURLToPath(new URL("dead-run-child.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--conditions=workerd", child]);
  expect(JSON.parse(stdout)).toEqual(["late", "unknown", "duplicate"]);
});
