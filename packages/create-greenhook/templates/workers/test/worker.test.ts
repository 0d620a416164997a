import assert from "node:assert/strict";
import test from "node:test";
import { textMessage } from "@greenhook/emulator/notifications";
import { createHandlers } from "../src/handlers.ts";
import worker from "../src/worker.ts";

test("replies", async () => {
  const replies: string[] = [];
  const handlers = createHandlers(async (_, reply) => void replies.push(reply));
  await handlers.deliver(textMessage({ text: "/start", senderName: "Ann" }));
  await handlers.deliver(textMessage({ text: "Is it open?" }));
  assert.deepEqual(replies, ["Hello, Ann!", "You said: Is it open?"]);
});

test("takes deliveries with the token alone, and keeps what is none", async () => {
  const kept: string[] = [];
  const env = { WEBHOOK_TOKEN: "secret", REFUSED: { put: async (key: string) => void kept.push(key) } };
  const statusOf = async (body: string, token = "secret", path = "/green-api/webhook/"): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await worker.fetch(new Request(`https://example.com${path}`, { method: "POST", headers, body }), env)).status;
  };
  assert.equal(await statusOf(JSON.stringify(textMessage())), 200);
  assert.equal(await statusOf("{", "wrong"), 401);
  assert.equal(await statusOf("{"), 200);
  assert.equal(await statusOf("{}", "secret", "/elsewhere"), 404);
  assert.equal(kept.length, 1);
});
