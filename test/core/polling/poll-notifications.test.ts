import {
  ApiHostError,
  ApiResponseError,
  ApiServerError,
  pollNotifications,
  type PollingFailure,
  type PollNotificationsOptions,
  type RejectedDelivery,
} from "@greenhook/core/api";
import { createReceiver } from "@greenhook/core";
import { expect, onTestFinished, test, vi } from "vitest";
import { everythingIn, secretsIn } from "../api/everything-in.ts";
import { canary, clientOf, rejectionOf, startLocalApi } from "../api/local-api.ts";
import { runWithFaults } from "./run-with-faults.ts";
import { startQueueServer, stateChange, type QueueFault } from "./queue-server.ts";

const quick = { maxBackoffMilliseconds: 4, retryDelayMilliseconds: 10, drain: true } as const;

/** Polls a queue until it is empty; what was delivered, by timestamp. */
async function drained(url: string, options: Partial<PollNotificationsOptions> = {}) {
  const delivered: number[] = [];
  const failures: PollingFailure[] = [];
  await pollNotifications({
    client: clientOf(url, { maxRetries: 0 }),
    deliver: (parsed) => void delivered.push((parsed.value as { timestamp: number }).timestamp),
    onFailure: (failure) => failures.push(failure),
    ...quick,
    ...options,
  });
  return { delivered, failures };
}

test("pollNotifications() delivers each in order, deletes it after, and ends at the empty queue with drain", async () => {
  const queue = await startQueueServer([stateChange(1), { typeWebhook: "later", timestamp: 2 }, stateChange(3)]);
  const log: string[] = [];
  const { deleted } = queue;
  await pollNotifications({
    client: clientOf(queue.url),
    deliver: {
      async deliver(parsed, context) {
        expect([context.source, context.signal.aborted, context.receivedAt instanceof Date]).toEqual(["polling", false, true]);
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.push(`${parsed.kind} after ${deleted.length}`);
      },
    },
    ...quick,
  });
  expect(log).toEqual(["known after 0", "unknown after 1", "known after 2"]);
  expect(deleted).toEqual([1, 2, 3]);
  expect(queue.calls[0]?.path).toContain("?receiveTimeout=5");
});

test("pollNotifications() tries the same notification again while the handler fails, and deletes nothing", async () => {
  const queue = await startQueueServer([stateChange(1), stateChange(2)]);
  const mine = new Error("mine");
  const delivered: number[] = [];
  const { failures } = await drained(queue.url, {
    deliver(parsed) {
      delivered.push((parsed.value as { timestamp: number }).timestamp);
      expect(queue.deleted.length).toBe(delivered.length <= 3 ? 0 : 1);
      if (delivered.length < 3) throw mine;
    },
  });
  expect(delivered).toEqual([1, 1, 1, 2]);
  expect(failures).toEqual([1, 2].map(() => ({ step: "deliver", error: mine, retryInMilliseconds: 10 })));
});

test("pollNotifications() waits 60 s by default before a failed handler is tried again", async () => {
  vi.useFakeTimers();
  try {
    const times: number[] = [];
    const queue = [{ receiptId: 1, body: stateChange(1) }];
    const begun = Date.now();
    const polled = pollNotifications({
      client: {
        receiveNotification: async () => queue[0],
        deleteNotification: async () => ({ result: queue.shift() !== undefined }),
      },
      deliver: () => {
        times.push(Date.now() - begun);
        if (times.length < 3) throw new Error("x");
      },
      drain: true,
    });
    await vi.advanceTimersByTimeAsync(130_000);
    await polled;
    expect(times).toEqual([0, 60_000, 120_000]);
  } finally {
    vi.useRealTimers();
  }
});

const refused: readonly (readonly [code: string, body: unknown])[] = [
  ["SCHEMA", { ...stateChange(1), typeWebhook: [canary.phone] }],
  ["SHAPE", [canary.phone]],
  ["POISON_KEY", JSON.parse(`{"typeWebhook":"later","a":{"__proto__":{"b":1}}}`)],
  ["DEPTH", JSON.parse(`{"a":${"[".repeat(100)}${"]".repeat(100)}}`)],
];

test.each(refused)("pollNotifications() quarantines and deletes a notification refused as %s, and goes on", async (code, body) => {
  const queue = await startQueueServer([body, stateChange(2)]);
  const kept: RejectedDelivery[] = [];
  const { delivered } = await drained(queue.url, { quarantine: (rejected) => void kept.push(rejected) });
  expect(kept).toMatchObject([{ code }]);
  expect(new TextDecoder().decode(kept[0]!.bytes)).toBe(JSON.stringify(body));
  expect([delivered, queue.deleted]).toEqual([[2], [1, 2]]);
});

test.each(refused)(
  "pollNotifications() rejects where there is no quarantine for one refused as %s, and deletes nothing",
  async (code, body) => {
    const queue = await startQueueServer([body, stateChange(2)]);
    const error = await rejectionOf(drained(queue.url));
    expect(error).toMatchObject({ name: "PollingRefusedError", code, receiptId: 1 });
    expect(secretsIn(everythingIn(error))).toEqual([]);
    expect(queue.deleted).toEqual([]);
  },
);

/** A server whose queue holds one response, byte for byte. */
async function startRawQueue(queued: string | Buffer) {
  let isDeleted = false;
  const api = await startLocalApi(({ verb }, response) => {
    if (verb === "DELETE") isDeleted = true;
    response.end(verb === "DELETE" ? '{"result":true}' : isDeleted ? "null" : queued);
  });
  return { ...api, isDeleted: () => isDeleted };
}

test("pollNotifications() quarantines the bytes of a notification that isn't UTF-8, and delivers none of it", async () => {
  const body = Buffer.concat([Buffer.from(JSON.stringify(stateChange(1)).slice(0, -2)), Buffer.from([0xff]), Buffer.from('"}')]);
  const queue = await startRawQueue(Buffer.concat([Buffer.from('{"receiptId":1,"body":'), body, Buffer.from("}")]));
  const kept: object[] = [];
  const { delivered } = await drained(queue.url, { quarantine: (rejected) => void kept.push(rejected) });
  expect(kept).toMatchObject([{ code: "UTF8", bytes: Uint8Array.from(body) }]);
  expect([delivered, queue.isDeleted()]).toEqual([[], true]);
});

test("pollNotifications() hands on the text as it arrived, in which no number is rounded", async () => {
  const body = `{ "typeWebhook": "later", "timestamp": 1, "big": 12345678901234567890, "big": 12345678901234567891 }`;
  const queue = await startRawQueue(`{"receiptId":1,"body":${body} }`);
  const texts: unknown[] = [];
  await drained(queue.url, { deliver: (_, { rawText }) => void texts.push(rawText) });
  expect(texts).toEqual([body]);
});

test.each(["1.5", "9007199254740993", "-1", '"1"'])(
  "pollNotifications() delivers nothing that it couldn't delete, receiptId %s, and goes on",
  async (receiptId) => {
    const queue = await startRawQueue(`{"receiptId":${receiptId},"body":${JSON.stringify(stateChange(1))}}`);
    const controller = new AbortController();
    const failures: PollingFailure[] = [];
    const onFailure = (failure: PollingFailure) => void (failures.push(failure) === 3 && controller.abort());
    const { delivered } = await drained(queue.url, { signal: controller.signal, drain: false, onFailure });
    expect(delivered).toEqual([]);
    expect(failures).toHaveLength(3);
    expect(failures[2]).toMatchObject({ step: "receive", error: { name: "ApiResponseError", code: "SHAPE" } });
  },
);

test("pollNotifications() delivers and deletes receipt 0", async () => {
  const queue = await startRawQueue(`{"receiptId":0,"body":${JSON.stringify(stateChange(1))}}`);
  expect(await drained(queue.url)).toEqual({ delivered: [1], failures: [] });
  expect(queue.isDeleted()).toBe(true);
});

/** Polls on the virtual clock a client that responds with these, the last one again and again; how it ended, and after how many seconds. */
async function polledVirtually(
  errors: readonly (Error | undefined)[],
  maxBackoffMilliseconds: number,
  callMilliseconds = 0,
  onFailure?: (failure: PollingFailure) => void,
) {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const random = vi.spyOn(Math, "random").mockReturnValue(0.5);
  onTestFinished(() => random.mockRestore());
  const begun = Date.now();
  let calls = 0;
  const polled = pollNotifications({
    client: {
      async receiveNotification() {
        calls += 1;
        if (callMilliseconds > 0) await new Promise((resolve) => setTimeout(resolve, callMilliseconds));
        const error = errors[Math.min(calls, errors.length) - 1];
        if (error !== undefined) throw error;
        return undefined;
      },
      deleteNotification: async () => ({ result: true }),
    },
    deliver: () => undefined,
    maxBackoffMilliseconds,
    ...(onFailure === undefined ? undefined : { onFailure }),
    signal: AbortSignal.timeout(3_600_000),
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
  const ended = polled.then((error) => ({ error, calls, seconds: (Date.now() - begun) / 1_000 }));
  await vi.advanceTimersByTimeAsync(1_200_000);
  return await Promise.race([ended, Promise.resolve({ error: "none", calls, seconds: Infinity })]);
}

const notFound = new ApiHostError({ method: "receiveNotification", status: 404, detail: "x" });
const broken = new ApiServerError({ method: "receiveNotification", status: 502, detail: "x" });

test("pollNotifications() waits out 404 for five minutes, then rejects", async () => {
  const { error, seconds } = await polledVirtually([notFound], 30_000);
  expect(error).toBe(notFound);
  expect(seconds).toBeGreaterThanOrEqual(300);
  expect(seconds).toBeLessThan(340);
});

test("pollNotifications() reports a response that is too large, with growing pauses, for five minutes, then rejects", async () => {
  const tooLarge = new ApiResponseError({ method: "receiveNotification", code: "TOO_LARGE", detail: "x" });
  const failures: PollingFailure[] = [];
  const { error, seconds } = await polledVirtually([tooLarge], 30_000, 0, (failure) => failures.push(failure));
  expect(error).toBe(tooLarge);
  expect(seconds).toBeGreaterThanOrEqual(300);
  expect(seconds).toBeLessThan(340);
  expect(failures.every((failure) => failure.step === "receive" && failure.error === tooLarge)).toBe(true);
  const pauses = failures.map(({ retryInMilliseconds }) => retryInMilliseconds);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  expect([pauses[0], pauses.at(-1)]).toEqual([500, 15_000]);
  const passing = await polledVirtually([tooLarge, tooLarge, undefined], 30_000);
  expect(passing.error).not.toBe(tooLarge);
});

test("pollNotifications() asks at least five times before it takes 404 for lasting", async () => {
  expect(await polledVirtually([notFound], 30_000, 100_000)).toMatchObject({ error: notFound, calls: 5 });
});

test.each([
  ["another failure", broken],
  ["an empty queue", undefined],
])("pollNotifications() counts 404 from one again after %s", async (_, between) => {
  // They take 130 s.
  const early = Array.from({ length: 20 }, () => notFound);
  const { seconds } = await polledVirtually([...early, between, notFound], 16_000);
  expect(seconds).toBeGreaterThan(340);
});

test("pollNotifications() tries a quarantine that fails again, and deletes nothing meanwhile", async () => {
  const queue = await startQueueServer([[]]);
  let times = 0;
  const { failures } = await drained(queue.url, {
    async quarantine() {
      times += 1;
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (times < 2) throw new Error("full");
      expect(queue.deleted).toEqual([]);
    },
  });
  expect(failures.map(({ step }) => step)).toEqual(["quarantine"]);
  expect(queue.deleted).toEqual([1]);
});

test.each(["502", "429", "reset", "html", "cut"] as const)(
  "pollNotifications() waits out %s, and skips nothing",
  async (what: QueueFault) => {
    let asked = 0;
    const queue = await startQueueServer([stateChange(1), stateChange(2)], () => ((asked += 1) % 4 === 0 ? "ok" : what));
    const { delivered, failures } = await drained(queue.url, { drain: true });
    expect(new Set(delivered)).toEqual(new Set([1, 2]));
    expect(failures.length).toBeGreaterThan(4);
    expect(queue.deleted).toEqual([1, 2]);
  },
);

test("pollNotifications() takes a deletion whose response was lost for one that may have failed", async () => {
  let removals = 0;
  const queue = await startQueueServer([stateChange(1), stateChange(2)], (verb) =>
    verb === "DELETE" && (removals += 1) === 1 ? "lost response" : "ok",
  );
  const { delivered } = await drained(queue.url);
  expect([delivered, queue.deleted]).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test.each([
  ["ApiAuthorizationError", 401, ""],
  ["ApiHostError", 403, "<html>"],
  ["ApiQuotaError", 466, "{}"],
  ["ApiInstanceNotReadyError", 400, '{"message":"Instance is deleted"}'],
  ["ApiWebhookUrlSetError", 400, '{"message":"cannot be received because custom webhook url is set, clear it"}'],
])("pollNotifications() rejects with %s at once", async (name, status, body) => {
  const api = await startLocalApi((_, response) => void response.writeHead(status).end(body));
  await expect(drained(api.url)).rejects.toMatchObject({ name, status });
  expect(api.calls.length).toBe(1);
});

test("pollNotifications() takes nothing new when it is stopped, lets the running delivery settle, and deletes it", async () => {
  const queue = await startQueueServer([stateChange(1), stateChange(2)]);
  const controller = new AbortController();
  let settled = false;
  await drained(queue.url, {
    signal: controller.signal,
    async deliver(_, context) {
      controller.abort();
      await new Promise((resolve) => setTimeout(resolve, 30));
      settled = !context.signal.aborted;
    },
  });
  expect([settled, queue.deleted]).toEqual([true, [1]]);
});

test.each(["receive", "backoff", "failing handler"])("pollNotifications() resolves soon when it is stopped during %s", async (phase) => {
  const queue = await startQueueServer([stateChange(1)], () => (phase === "backoff" ? "502" : "ok"));
  const idle = await startLocalApi(() => {});
  const controller = new AbortController();
  const polled = drained(phase === "receive" ? idle.url : queue.url, {
    signal: controller.signal,
    maxBackoffMilliseconds: 60_000,
    retryDelayMilliseconds: 60_000,
    deliver: () => Promise.reject(new Error("x")),
  });
  await new Promise((resolve) => setTimeout(resolve, 60));
  const stopped = performance.now();
  controller.abort();
  await polled;
  expect(performance.now() - stopped).toBeLessThan(50);
  expect(queue.deleted).toEqual([]);
});

test("pollNotifications() does nothing where the signal is aborted already", async () => {
  const queue = await startQueueServer([stateChange(1)]);
  await drained(queue.url, { signal: AbortSignal.abort() });
  expect(queue.calls).toEqual([]);
});

test("pollNotifications() doesn't ask at full speed where an empty queue is answered at once", async () => {
  const api = await startLocalApi((_, response) => response.end("null"));
  const signal = AbortSignal.timeout(200);
  await drained(api.url, { signal, drain: false, maxBackoffMilliseconds: 50 });
  expect(api.calls.length).toBeLessThan(8);
});

test.each([undefined, {}, { deliver: 1 }])("pollNotifications() refuses %j as deliver before any request", async (deliver) => {
  const queue = await startQueueServer([stateChange(1)]);
  await expect(drained(queue.url, { deliver: deliver as never })).rejects.toMatchObject({ name: "ApiValidationError", key: "deliver" });
  expect(queue.calls).toEqual([]);
});

test.each(["false", "", 0, null])(
  "pollNotifications() refuses %j as drain: out of an environment variable, it would be true",
  async (drain) => {
    const queue = await startQueueServer([stateChange(1)]);
    await expect(drained(queue.url, { drain: drain as never })).rejects.toMatchObject({ name: "ApiValidationError", key: "drain" });
    expect(queue.calls).toEqual([]);
  },
);

test.each([
  [
    "throws",
    () => {
      throw new Error("reporter");
    },
  ],
  ["rejects", async () => Promise.reject(new Error("reporter"))],
])("pollNotifications() survives a reporter that %s", async (_, onFailure) => {
  const unhandled = vi.fn<() => void>();
  process.on("unhandledRejection", unhandled);
  onTestFinished(() => void process.off("unhandledRejection", unhandled));
  let asked = 0;
  const queue = await startQueueServer([stateChange(1)], () => ((asked += 1) === 1 ? "502" : "ok"));
  const { delivered } = await drained(queue.url, { onFailure });
  expect(delivered).toEqual([1]);
  expect(unhandled).not.toHaveBeenCalled();
});

test("pollNotifications() delivers each of 50 at least once, through random failures and kills", async () => {
  const { handled, deletedEarly, runs, again } = await runWithFaults({ count: 50, seed: 7, killAfter: 20 });
  expect([handled, deletedEarly]).toEqual([50, 0]);
  expect(runs).toBeGreaterThan(1);
  expect(again).toBeGreaterThan(0);
});

/** A queue that gives the same notification until it has been asked `times` times. */
function stubbornQueue(times: number, answer: (asked: number) => { result: boolean; reason?: string }) {
  let asked = 0;
  let deletions = 0;
  return {
    deletions: () => deletions,
    client: {
      receiveNotification: async () => ((asked += 1) <= times ? { receiptId: 1, body: stateChange(1) } : undefined),
      deleteNotification: async () => answer((deletions += 1)),
    },
  };
}

test.each([
  ["doesn't succeed", () => ({ result: false, reason: "not now" }), "result: false, not now"],
  ["succeeds, but the queue gives it again", () => ({ result: true }), "gave it again"],
] as const)(
  "pollNotifications() doesn't handle a notification again whose deletion %s: it pauses longer and longer",
  async (_, answer, why) => {
    const queue = stubbornQueue(5, answer);
    const handled = vi.fn<() => void>();
    const failures: PollingFailure[] = [];
    await pollNotifications({
      client: queue.client,
      deliver: handled,
      onFailure: (failure) => failures.push(failure),
      ...quick,
      maxBackoffMilliseconds: 64,
    });
    expect(handled).toHaveBeenCalledTimes(1);
    expect(queue.deletions()).toBe(5);
    expect(failures.every(({ step, error }) => step === "delete" && (error as Error).message.includes(why))).toBe(true);
    expect(failures.length).toBeGreaterThanOrEqual(4);
  },
);

test("pollNotifications() handles the next notification where a receiptId comes again with another one", async () => {
  const bodies = [stateChange(1), stateChange(2)];
  const delivered: unknown[] = [];
  await pollNotifications({
    client: {
      receiveNotification: async () => (bodies.length === 0 ? undefined : { receiptId: 1, body: bodies[0] }),
      deleteNotification: async () => ({ result: bodies.shift() !== undefined }),
    },
    deliver: ({ value }) => void delivered.push(value),
    ...quick,
  });
  expect(delivered).toEqual([stateChange(1), stateChange(2)]);
});

test("pollNotifications() takes a ready receiver, and not a deliver beside it", async () => {
  const queue = await startQueueServer([stateChange(1)]);
  const delivered: unknown[] = [];
  const receiver = createReceiver({ deliver: ({ value }) => void delivered.push(value) });
  await pollNotifications({ client: clientOf(queue.url), receiver, ...quick });
  expect([delivered, queue.deleted]).toEqual([[stateChange(1)], [1]]);
  const both = { client: clientOf(queue.url), receiver, deliver: () => undefined };
  await expect(pollNotifications(both as never)).rejects.toMatchObject({ name: "ApiValidationError", key: "deliver" });
});
