import { AsyncLocalStorage } from "node:async_hooks";
import { createWebhookHandler, type WebhookHandler } from "@greenhook/core";
import { describe, expect, test } from "vitest";
import { textMessage } from "../support/notifications.ts";
import { oneSetUpOfEach } from "./set-ups.ts";

const storage = new AsyncLocalStorage<string>();
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(oneSetUpOfEach)("$name", ({ serve }) => {
  test("a late delivery is reported in its own request's async context, and its signal aborts in that of the handler", async () => {
    const seen: string[] = [];
    const note = (what: string): void => void seen.push(`${what} in ${storage.getStore()}`);
    const handler = createWebhookHandler({
      token: "secret",
      deadlineMilliseconds: 200,
      deliver: (parsed, { signal }) =>
        new Promise(() => {
          const { idMessage } = parsed.value as { idMessage: string };
          signal.addEventListener("abort", () => note(`abort of ${idMessage}`));
        }),
      onOutcome: ({ outcome, idMessage, joined }) => note(`${outcome}${joined ? ", joined," : ""} ${idMessage}`),
    });
    const names = ["A", "B", "C"];
    const traced: WebhookHandler = (request) => storage.run(names.shift()!, () => handler(request));
    const { url, close } = await serve(traced);
    const post = async (idMessage: string): Promise<number> => {
      const headers = { authorization: "Bearer secret", "content-type": "application/json" };
      return (await fetch(url, { method: "POST", headers, body: JSON.stringify(textMessage("Hello", idMessage)) })).status;
    };
    // A is another notification, and the first timer to be set. B runs, C joins it, and C's deadline is the last.
    const responses = [post("1")];
    await pause(40);
    responses.push(post("2"));
    await pause(60);
    responses.push(post("2"));
    expect(await Promise.all(responses)).toEqual([503, 503, 503]);
    await pause(5);
    expect(seen).toEqual(["late 1 in A", "abort of 1 in A", "late 2 in B", "late, joined, 2 in C", "abort of 2 in B"]);
    await close();
  });
});
