import { createWebhookHandler, type DeliveryOutcome, type TokenFunction, type WebhookHandler, type WebhookResponse } from "@greenhook/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { oneSetUpOfEach } from "../../contract/set-ups.ts";

const minute = 60_000;

/** A handler whose token function is played by hand, on a clock that the test moves. */
function played(initial: ReturnType<TokenFunction> | Error) {
  let next = initial;
  let calls = 0;
  const outcomes: DeliveryOutcome[] = [];
  const handler = createWebhookHandler({
    token: () => {
      calls += 1;
      if (next instanceof Error) throw next;
      return next;
    },
    deliver: () => undefined,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  return {
    handler,
    outcomes,
    calls: () => calls,
    returns: (token: ReturnType<TokenFunction> | Error) => void (next = token),
    status: async (token: string) => (await deliver(handler, token)).status,
  };
}

function deliver(handler: WebhookHandler, token: string | undefined, body: unknown = { typeWebhook: "somethingNew" }) {
  const authorization = token === undefined ? [] : [`Bearer ${token}`];
  return handler({ method: "POST", authorization, body: { kind: "read", value: body } });
}

const codeOf = ({ body }: WebhookResponse): unknown => (JSON.parse(body) as { code?: unknown }).code;

describe("a token that is a function", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each<[string, ReturnType<TokenFunction>]>([
    ["a token", "secret"],
    ["a promise", Promise.resolve("secret")],
    ["several", ["other", "secret"]],
    ["a promise of several", Promise.resolve(["other", "Bearer secret"])],
  ])("returns %s", async (_, token) => {
    const { status, calls, outcomes } = played(token);
    expect(calls(), "nothing is called before the first delivery").toBe(0);
    expect(await status("secret")).toBe(200);
    expect(await status("wrong")).toBe(401);
    expect(outcomes.map(({ code }) => code)).toEqual(["UNKNOWN_TYPE", "AUTH_INVALID"]);
  });

  test("is called once a minute", async () => {
    const { status, calls } = played("secret");
    for (let second = 0; second < 180; second++) {
      expect(await status("secret")).toBe(200);
      vi.advanceTimersByTime(1000);
    }
    expect(calls()).toBe(3);
  });

  test("has at most one call in flight", async () => {
    let resolve: ((token: string) => void) | undefined;
    const { handler, calls } = played(new Promise<string>((settle) => void (resolve = settle)));
    const waiting = Array.from({ length: 100 }, (_, index) => deliver(handler, index % 2 === 0 ? "secret" : "wrong"));
    await vi.advanceTimersByTimeAsync(9000);
    resolve?.("secret");
    const statuses = (await Promise.all(waiting)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    expect(statuses.filter((status) => status === 401)).toHaveLength(50);
    // Those that found the token unknown, more than 5 s after the first call, may ask once more.
    expect(calls()).toBe(2);
  });

  test("is asked again about an unknown token, at most once in 5 s", async () => {
    const { status, calls, returns } = played("old");
    expect(await status("old")).toBe(200);
    returns(["old", "new"]);
    expect(await status("new"), "the function has just been called").toBe(401);
    vi.advanceTimersByTime(5000);
    expect(await status("new")).toBe(200);
    expect(calls()).toBe(2);
    for (let index = 0; index < 100; index++) {
      expect(await status(`guess ${index}`)).toBe(401);
      vi.advanceTimersByTime(100);
    }
    expect(calls()).toBe(3);
  });

  test("isn't asked about what can't be a token", async () => {
    const { handler, calls } = played(new Error("no network"));
    for (const authorization of [[], ["Bearer"], ["Bearer a", "Bearer b"]])
      expect((await handler({ method: "POST", authorization, body: { kind: "consumed" } })).status).toBe(401);
    expect((await handler({ method: "GET", authorization: ["Bearer a"], body: { kind: "consumed" } })).status).toBe(405);
    expect(calls()).toBe(0);
  });

  test("may fail for ten minutes: its last result serves, and each failure is reported", async () => {
    const { status, calls, returns, outcomes } = played("secret");
    expect(await status("secret")).toBe(200);
    const failure = new Error("no network");
    returns(failure);
    vi.advanceTimersByTime(minute);
    expect(await status("secret")).toBe(200);
    expect(outcomes.at(-1)?.tokenError).toBe(failure);
    expect(await status("secret"), "no call within 5 s").toBe(200);
    expect(outcomes.at(-1)).not.toHaveProperty("tokenError");
    expect(calls()).toBe(2);
    expect(await status("wrong"), "still not open").toBe(401);
    vi.advanceTimersByTime(10 * minute - 1);
    expect(await status("secret")).toBe(200);
    vi.advanceTimersByTime(1);
    expect(await status("secret")).toBe(503);
    expect(outcomes.at(-1)).toMatchObject({ outcome: "failed", status: 503, code: "TOKEN_UNAVAILABLE", error: failure });
    returns("secret");
    vi.advanceTimersByTime(5000);
    expect(await status("secret")).toBe(200);
  });

  test.each<[string, () => ReturnType<TokenFunction> | Error]>([
    ["throws", () => new Error("no network")],
    ["rejects", () => Promise.reject(new Error("no network"))],
    ["returns nothing", () => undefined],
    ["returns a blank token", () => "Bearer "],
    ["returns no token", () => []],
    ["returns one blank token of two", () => ["secret", " "]],
    ["returns what is no text", () => Promise.resolve(null as unknown as string)],
  ])("that %s lets nobody in, and nothing is read", async (_, token) => {
    const { handler, calls, outcomes } = played(token());
    const chunks: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => {
        throw new Error("the body is read");
      },
    };
    for (let index = 0; index < 10; index++) {
      const response = await handler({ method: "POST", authorization: ["Bearer secret"], body: { kind: "unread", chunks } });
      expect([response.status, codeOf(response), response.closeConnection]).toEqual([503, "TOKEN_UNAVAILABLE", true]);
      expect(outcomes.at(-1)?.error).toBeInstanceOf(Error);
    }
    expect(calls(), "no call within 5 s of a failed one").toBe(1);
  });

  test("that hangs counts as failed after 10 s, and then may be called again", async () => {
    const { handler, calls, returns, status } = played(new Promise<string>(() => undefined));
    const waiting = deliver(handler, "secret");
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await waiting).status).toBe(503);
    returns("secret");
    expect(await status("secret")).toBe(200);
    expect(calls()).toBe(2);
    expect(vi.getTimerCount(), "no timer is left").toBe(0);
  });
});

test.each(oneSetUpOfEach)("503 TOKEN_UNAVAILABLE, then 200: $name", async ({ serve }) => {
  vi.useFakeTimers({ toFake: ["performance"] });
  try {
    const { handler, returns, calls } = played(new Error("no network"));
    const { url, close } = await serve(handler);
    const post = () =>
      fetch(url, { method: "POST", headers: { authorization: "Bearer secret" }, body: JSON.stringify({ typeWebhook: "somethingNew" }) });
    const refused = await post();
    expect([refused.status, await refused.json()]).toMatchObject([503, { code: "TOKEN_UNAVAILABLE" }]);
    returns("secret");
    vi.advanceTimersByTime(5000);
    expect((await post()).status).toBe(200);
    expect(calls()).toBe(2);
    await close();
  } finally {
    vi.useRealTimers();
  }
});
