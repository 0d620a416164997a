import assert from "node:assert/strict";
import test from "node:test";
import { textMessage } from "@greenhook/emulator/notifications";
import { createHandlers } from "../src/handlers.ts";

async function repliesTo(text: string): Promise<string[]> {
  const replies: string[] = [];
  const handlers = createHandlers(async (_, reply) => void replies.push(reply));
  assert.equal(await handlers.deliver(textMessage({ text, senderName: "Ann" })), "handled");
  return replies;
}

test("greets who starts", async () => {
  assert.deepEqual(await repliesTo("/start"), ["Hello, Ann!"]);
});

test("repeats everything else", async () => {
  assert.deepEqual(await repliesTo("Is it open?"), ["You said: Is it open?"]);
});
