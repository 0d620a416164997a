import { readFileSync } from "node:fs";
import { parseNotification, unknownFieldsOf } from "@greenhook/core";
import type { MessageDataByTypeMessage, NotificationByTypeWebhook } from "@greenhook/core/types";
import { describe, expect, test } from "vitest";
import { readFixtures } from "../../fixtures/read-fixtures.ts";

const typeWebhooks: { readonly [Type in keyof NotificationByTypeWebhook]: true } = {
  incomingMessageReceived: true,
  outgoingMessageReceived: true,
  outgoingAPIMessageReceived: true,
  outgoingMessageStatus: true,
  stateInstanceChanged: true,
  statusInstanceChanged: true,
  deviceInfo: true,
  incomingCall: true,
  outgoingCall: true,
  incomingBlock: true,
  quotaExceeded: true,
};

const typeMessages: { readonly [Type in keyof MessageDataByTypeMessage]: true } = {
  textMessage: true,
  extendedTextMessage: true,
  quotedMessage: true,
  reactionMessage: true,
  imageMessage: true,
  videoMessage: true,
  documentMessage: true,
  audioMessage: true,
  stickerMessage: true,
  locationMessage: true,
  contactMessage: true,
  contactsArrayMessage: true,
  ContactsArrayMessage: true,
  pollMessage: true,
  pollUpdateMessage: true,
  editedMessage: true,
  deletedMessage: true,
  buttonsMessage: true,
  listMessage: true,
  templateMessage: true,
  interactiveButtons: true,
  interactiveButtonsReply: true,
  interactiveButtonReply: true,
  buttonsResponseMessage: true,
  templateButtonsReplyMessage: true,
  templateButtonReplyMessage: true,
  listResponseMessage: true,
  interactiveButtonsResponse: true,
  groupInviteMessage: true,
  orderMessage: true,
  productMessage: true,
};

const fixtures = readFixtures();

/** Fields that a fixture has on purpose although no schema names them. */
const knownStrangers: Readonly<Record<string, readonly string[]>> = {
  "quoting-unknown-type": ["messageData.quotedMessage.later"],
  "quotaExceeded-table": ["stateInstance"],
};

describe("every fixture", () => {
  test.each(fixtures)("$name parses as known, and as itself", ({ name, value, notification }) => {
    const parsed = parseNotification(value);
    expect(parsed.issues ?? []).toEqual([]);
    expect(parsed.kind === "known" && parsed.notification).toBe(notification);
    expect(parsed.value).toBe(value);
    expect(unknownFieldsOf(notification)).toEqual(knownStrangers[name] ?? []);
  });

  test("has a line in the table that says where its shape comes from", () => {
    const table = readFileSync(new URL("../../fixtures/README.md", import.meta.url), "utf8");
    expect(fixtures.map(({ name }) => name).filter((name) => !table.includes(`| ${name} | `))).toEqual([]);
  });
});

test.each(Object.keys(typeWebhooks))("%s has a fixture", (type) => {
  expect(fixtures.some(({ notification }) => notification.typeWebhook === type)).toBe(true);
});

test.each(Object.keys(typeMessages))("%s has a fixture", (type) => {
  expect(fixtures.some(({ notification }) => "messageData" in notification && notification.messageData.typeMessage === type)).toBe(true);
});
