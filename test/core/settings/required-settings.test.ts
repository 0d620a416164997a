import { requiredSettings, type SettingsInput } from "@greenhook/core/api";
import { expect, expectTypeOf, test } from "vitest";

test("requiredSettings() gives the switch of each kind, and of a kind of message its own besides", () => {
  const registered = [
    { typeWebhook: "incomingMessageReceived", typeMessage: "pollMessage" },
    { typeWebhook: "incomingMessageReceived", typeMessage: "textMessage" },
    { typeWebhook: "outgoingAPIMessageReceived", typeMessage: "editedMessage" },
    { typeWebhook: "outgoingMessageStatus" },
    { typeWebhook: "incomingCall" },
    { typeWebhook: "quotaExceeded" },
    { typeWebhook: "*" },
    { typeWebhook: "constructor", typeMessage: "*" },
  ];
  const settings = requiredSettings({ registered });
  expect(settings).toEqual({
    incomingWebhook: "yes",
    pollMessageWebhook: "yes",
    outgoingAPIMessageWebhook: "yes",
    editedMessageWebhook: "yes",
    outgoingWebhook: "yes",
    incomingCallWebhook: "yes",
  });
  expectTypeOf({ webhookUrl: "", ...settings }).toExtend<SettingsInput>();
});
