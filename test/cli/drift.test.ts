import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { callGreenhook } from "../support/call-greenhook.ts";
import { textMessage } from "../support/notifications.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

async function drift(notifications: readonly object[], ...args: string[]): Promise<{ code: number; printed: string }> {
  const file = join(temporaryFolder(), "captured.ndjson");
  writeFileSync(file, notifications.map((notification) => `${JSON.stringify(notification)}\n`).join(""));
  return callGreenhook(["drift", file, ...args]);
}

test("greenhook drift lists types, paths, differences and counts, the most frequent first, without values", async () => {
  const canary = "canary";
  const poll = {
    typeMessage: "pollMessage",
    pollMessageData: {
      name: "q",
      options: [
        { optionName: "a", color: canary },
        { optionName: "b", color: canary },
      ],
    },
  };
  const { code, printed } = await drift([
    { ...textMessage(canary), mood: canary },
    { ...textMessage(canary), mood: { [canary]: 1 } },
    { ...textMessage(), messageData: poll },
    { ...textMessage(), timestamp: "1700000000" },
    { ...textMessage(), "79001234567@c.us": 1 },
    { typeWebhook: "somethingNew", instanceData: textMessage().instanceData, text: canary },
    textMessage(),
  ]);
  expect(printed.split("\n").map((line) => line.trim())).toEqual([
    "2  incomingMessageReceived / textMessage  mood  unknown field",
    "1  incomingMessageReceived / pollMessage  messageData.pollMessageData.options[].color  unknown field",
    expect.stringMatching(/^1 {2}incomingMessageReceived \/ textMessage {2}timestamp {2}\S/) as string,
    expect.stringMatching(/^1 {2}incomingMessageReceived \/ textMessage {2}.*•••4567@c\.us.* {2}unknown field$/) as string,
    "1  somethingNew  unknown type",
    "7 notifications, 5 differences",
    "",
  ]);
  expect(printed).not.toContain(canary);
  expect(code).toBe(2);
});

test("exits with 0 where everything fits, and gives JSON lines", async () => {
  expect(await drift([textMessage()], "--json")).toEqual({ code: 0, printed: '{"event":"read","notifications":1,"differences":0}\n' });
  const { code, printed } = await drift([{ ...textMessage(), mood: 1 }], "--json");
  expect(code).toBe(2);
  expect(printed.split("\n")[0]).toBe(
    '{"event":"difference","type":"incomingMessageReceived / textMessage","path":"mood","difference":"unknown field","count":1}',
  );
});
