import { ApiHostError, ApiInstanceNotReadyError, ApiServerError, waitForState, type CallOptions } from "@greenhook/core/api";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rejectionOf } from "../api/local-api.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A client whose state goes through a list, one each time it is asked; an error is thrown. */
function clientThrough(...states: readonly (string | Error)[]) {
  let index = -1;
  return {
    async getStateInstance() {
      index = Math.min(index + 1, states.length - 1);
      const state = states[index] as string | Error;
      if (state instanceof Error) throw state;
      return { stateInstance: state };
    },
  };
}

test("waitForState() waits through a restart and transient errors, and resolves to the state", async () => {
  const seen: unknown[] = [];
  const client = clientThrough(
    new ApiInstanceNotReadyError({ method: "getStateInstance", reason: "starting", detail: "x" }),
    new ApiServerError({ method: "getStateInstance", status: 502, detail: "x" }),
    "notAuthorized",
    "authorized",
  );
  const waited = waitForState(client, ["authorized", "blocked"], { onState: (state) => seen.push(state) });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await waited).toBe("authorized");
  expect(seen).toEqual([undefined, undefined, "notAuthorized", "authorized"]);
});

test("waitForState() fails when the time is over, with the last state", async () => {
  const error = rejectionOf(waitForState(clientThrough("starting"), "authorized", { timeoutMilliseconds: 12_000 }));
  await vi.advanceTimersByTimeAsync(12_000);
  expect(await error).toMatchObject({
    name: "StateNotReachedError",
    last: "starting",
    message: 'Cannot call "getStateInstance": after 12 s the state is "starting"',
  });
});

test("waitForState() fails at once at what doesn't pass", async () => {
  const client = clientThrough(new ApiHostError({ method: "getStateInstance", status: 403, detail: "x" }));
  await expect(waitForState(client, "authorized")).rejects.toMatchObject({ name: "ApiHostError" });
});

test("waitForState() stops when its signal is aborted", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 7_000);
  const begun = Date.now();
  const error = rejectionOf(waitForState(clientThrough("starting"), "authorized", { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(7_000);
  expect([(await error).name, Date.now() - begun]).toEqual(["AbortError", 7_000]);
});

test("waitForState() gives the client whole milliseconds, which AbortSignal.timeout() insists on", async () => {
  vi.useRealTimers();
  const given: (number | undefined)[] = [];
  const client = {
    getStateInstance: async (options?: CallOptions) => {
      given.push(options?.timeoutMilliseconds);
      return { stateInstance: "starting" };
    },
  };
  await rejectionOf(waitForState(client, "authorized", { timeoutMilliseconds: 50, intervalMilliseconds: 10 }));
  expect(given.length).toBeGreaterThan(1);
  expect(given.filter((milliseconds) => !Number.isInteger(milliseconds))).toEqual([]);
});
