import { flagsFor, maskSetting, settingFacts, settingsTable } from "@greenhook/core/api";
import { expect, test } from "vitest";

test.each([
  ["webhookUrlToken", "Bearer s3cret", "***"],
  ["webhookUrlToken", "", ""],
  ["webhookUrl", "https://user:s3cret@a.example/hook?key=s3cret#s3cret", "https://***@a.example/hook?***"],
  ["webhookUrl", "https://a.example/hook", "https://a.example/hook"],
  ["proxyInstance", "203.0.113.1:3128:user:s3cret", "***"],
  ["laterToken", "s3cret", "***"],
  ["incomingWebhook", "yes", "yes"],
  ["autoTyping", 4, 4],
  ["constructor", "shown", "shown"],
])("maskSetting() shows of %s %j only %j", (key, value, shown) => {
  expect(maskSetting(key, value)).toBe(shown);
});

test.each([
  ["incomingMessageReceived", undefined, ["incomingWebhook"]],
  ["incomingMessageReceived", "pollUpdateMessage", ["incomingWebhook", "pollMessageWebhook"]],
  ["outgoingAPIMessageReceived", "orderMessage", ["outgoingAPIMessageWebhook", "catalogWebhook"]],
  ["quotaExceeded", undefined, []],
  ["constructor", "toString", []],
])("flagsFor(%j, %j) are %j", (typeWebhook, typeMessage, flags) => {
  expect(flagsFor(typeWebhook, typeMessage)).toEqual(flags);
});

test("settingFacts() gives the table's facts, and none for a key that isn't known yet", () => {
  expect(settingFacts("catalogWebhook")).toBe(settingsTable.catalogWebhook);
  expect([settingFacts("laterWebhook"), settingFacts("constructor")]).toEqual([undefined, undefined]);
});
