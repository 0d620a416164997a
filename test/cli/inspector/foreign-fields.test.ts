import { parseNotification, type Notification, type WebhookHandler } from "@greenhook/core";
import { expect, test } from "vitest";
import { DeliveryLog } from "../../../packages/cli/dist/inspector/delivery-log.js";
import { DeliveryRecorder } from "../../../packages/cli/dist/inspector/delivery-recorder.js";
import { detailOf } from "../../../packages/cli/dist/inspector/detail-of.js";
import { describeNotification } from "../../../packages/cli/dist/listen/describe-notification.js";
import { readFixtures } from "../../fixtures/read-fixtures.ts";
import { runGreenhook } from "../../support/run-greenhook.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** One notification of each kind. */
const kinds = [...new Map(readFixtures().map(({ notification }) => [notification.typeWebhook, notification])).values()];
const jsonValues: readonly unknown[] = [null, true, 1.5, "", "x", [], [null], {}, { toString: 1 }, { typeMessage: null }];

/** Every kind with each field that only other kinds have, as each type of JSON value. */
function* withForeignFields(): Generator {
  const names = new Set(kinds.flatMap((notification) => Object.keys(notification)));
  for (const notification of kinds)
    for (const name of names)
      if (!Object.hasOwn(notification, name)) for (const value of jsonValues) yield { ...notification, [name]: value };
}

const accepting: WebhookHandler = () => Promise.resolve({ status: 200, headers: {}, body: '{"ok":true}', closeConnection: false });

test("no foreign field of any type keeps a delivery from being recorded, described and shown", async () => {
  const log = new DeliveryLog({ capacity: 1 });
  const handler = new DeliveryRecorder(log).record(accepting, "webhook");
  let count = 0;
  for (const value of withForeignFields()) {
    const { status } = await handler({ method: "POST", authorization: [], body: { kind: "read", value } });
    expect(status).toBe(200);
    const delivery = log.get(log.nextId - 1)!;
    expect(delivery.row.kind).toBe((value as Notification).typeWebhook);
    detailOf(delivery, { reveal: false, webhookUrl: "http://127.0.0.1/" });
    const parsed = parseNotification(value);
    if (parsed.kind !== "malformed") describeNotification(parsed);
    count++;
  }
  expect(count).toBeGreaterThan(500);
});

test("greenhook listen lives on after foreign null fields and ids on kinds without one", async () => {
  const running = runGreenhook(["listen", "--port", "0", "--inspector", "0", "--token", "secret"], { cwd: temporaryFolder() });
  const [, url] = await running.until(/Receiving at (\S+)/);
  const instanceData = { idInstance: 1, wid: "1@c.us", typeInstance: "whatsapp" };
  const status = { typeWebhook: "outgoingMessageStatus", chatId: "1@c.us", instanceData, timestamp: 1, idMessage: "A", status: "read" };
  const state = { typeWebhook: "stateInstanceChanged", instanceData, timestamp: 1, stateInstance: "authorized" };
  const online = { typeWebhook: "statusInstanceChanged", instanceData, timestamp: 1, statusInstance: "online" };
  for (const body of [
    { ...status, messageData: null },
    { ...state, idMessage: "X" },
    { ...state, senderData: null },
    { ...online, chatId: { toString: 1 } },
  ]) {
    const response = await fetch(url!, { method: "POST", headers: { authorization: "Bearer secret" }, body: JSON.stringify(body) });
    expect(response.status).toBe(200);
  }
  expect(running.child.exitCode).toBeNull();
});
