import { parseNotification } from "@greenhook/core";
import { expect, test } from "vitest";
import { describeNotification } from "../../../packages/cli/dist/listen/describe-notification.js";
import { foreignFields } from "../../support/foreign-fields.ts";
import { runGreenhook } from "../../support/run-greenhook.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("no foreign field of any type keeps a notification from being described", () => {
  // A sample, a different field and value each time: all of them are too many for a second.
  for (const { body } of foreignFields().filter((_, index) => index % 41 === 0)) {
    const parsed = parseNotification(body);
    if (parsed.kind !== "malformed") expect(describeNotification(parsed)).not.toBe("");
  }
});

test("greenhook listen lives on after foreign null fields and ids on kinds without one", async () => {
  const running = runGreenhook(["listen", "--port", "0", "--inspector", "0", "--token", "secret"], { cwd: temporaryFolder() });
  const [, url] = await running.until(/Receiving at (\S+)/);
  const instanceData = { idInstance: 1, wid: "1@c.us", typeInstance: "whatsapp" };
  const status = { typeWebhook: "outgoingMessageStatus", chatId: "1@c.us", instanceData, timestamp: 1, idMessage: "A", status: "read" };
  const state = { typeWebhook: "stateInstanceChanged", instanceData, timestamp: 1, stateInstance: "authorized" };
  const online = { typeWebhook: "statusInstanceChanged", instanceData, timestamp: 1, statusInstance: "online" };
  for (const sent of [
    { ...status, messageData: null },
    { ...state, idMessage: "X" },
    { ...state, senderData: null },
    { ...online, chatId: { toString: 1 } },
  ]) {
    const response = await fetch(url!, { method: "POST", headers: { authorization: "Bearer secret" }, body: JSON.stringify(sent) });
    expect(response.status).toBe(200);
  }
  expect(running.child.exitCode).toBeNull();
});
