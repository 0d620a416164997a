import { keyOf, messageKeyOf, parseNotification } from "@greenhook/core";
import { expect, test } from "vitest";

const instanceData = { idInstance: 1101000001, wid: "79000000001@c.us", typeInstance: "whatsapp" };
const senderData = { chatId: "79000000002@c.us", sender: "79000000003@c.us", senderName: "Anna" };
const message = (messageData: object, more: object = {}) => ({
  typeWebhook: "incomingMessageReceived",
  instanceData,
  timestamp: 1_790_000_000,
  idMessage: "3EB0C767D097B7C7C030",
  senderData,
  messageData,
  ...more,
});
const pollMessageData = { stanzaId: "3EB0AAAAAAAAAAAAAAAA", votes: [{ optionName: "Девять", optionVoters: ["79000000002@c.us"] }] };
const fileMessageData = { caption: "Menu 🍲", isForwarded: false, forwardingScore: 0 };

/** A changed key here is a change of the form: users who stored keys would handle each notification in flight twice. */
const frozen: Readonly<Record<string, readonly [body: object, key: string, messageKey?: string]>> = {
  text: [
    message({ typeMessage: "textMessage", textMessageData: { textMessage: "Hello" } }),
    "1.1101000001.DBAxju_y-ZBAv4tGvw8C6xdRUdcuJp2O",
    "1m.1101000001.pWdD-NxeVGPQdYhTayWLzDYJFAZR2aQU",
  ],
  sent: [
    message({ typeMessage: "textMessage", textMessageData: { textMessage: "Hello" } }, { typeWebhook: "outgoingMessageReceived" }),
    "1.1101000001.pfoPk-_zQIqw9Xy6zC5_4c02I9KItc5W",
    "1m.1101000001.q67TXW8lkJhAh2zmQm5eJvCMtZwLa-gl",
  ],
  marker: [
    message({ typeMessage: "textMessage", textMessageData: { textMessage: "{{SWE001}}" } }),
    "1.1101000001.VcCLqdlHSq2KdE7j195Lha88eR4wyTTF",
    "1m.1101000001.pWdD-NxeVGPQdYhTayWLzDYJFAZR2aQU",
  ],
  "an image with its address": [
    message({ typeMessage: "imageMessage", fileMessageData: { ...fileMessageData, downloadUrl: "https://files.example.com/1.jpg" } }),
    "1.1101000001.wWzq3PYfQAGTqEEeoi0_moBaxRgIQl4T",
    "1m.1101000001.pWdD-NxeVGPQdYhTayWLzDYJFAZR2aQU",
  ],
  "an image without": [
    message({ typeMessage: "imageMessage", fileMessageData: { ...fileMessageData, downloadUrl: "" } }),
    "1.1101000001.XPM9bRujmABiIYl7WCa3wYutERgPPgs-",
    "1m.1101000001.pWdD-NxeVGPQdYhTayWLzDYJFAZR2aQU",
  ],
  "a poll's votes": [
    message({ typeMessage: "pollUpdateMessage", pollMessageData }),
    "1.1101000001.i1RbFW6BzwwCgcKx0dCVCdYLdB3WkJLO",
    "1m.1101000001.pWdD-NxeVGPQdYhTayWLzDYJFAZR2aQU",
  ],
  "a type that isn't known": [
    message({ typeMessage: "laterMessage", later: [1, -2.5, 1e21, null, true, "\ud800\u2028"] }),
    "1.1101000001.QWhOMi_TA07DDXN8aleh6uoqDMx4c2pq",
    "1m.1101000001.pWdD-NxeVGPQdYhTayWLzDYJFAZR2aQU",
  ],
  "no idMessage": [
    message({ typeMessage: "textMessage", textMessageData: { textMessage: "Hello" } }, { idMessage: "" }),
    "1.1101000001.kelaZIUU-QTPdAAFsRJf_CioiRUap2VK",
  ],
  status: [
    {
      typeWebhook: "outgoingMessageStatus",
      instanceData,
      timestamp: 1_790_000_000,
      idMessage: "3EB0C767D097B7C7C030",
      chatId: "79000000002@c.us",
      status: "read",
      sendByApi: true,
    },
    "1.1101000001.dBu39X-OhW6QAF83MIB0QG5XJjXv-PFr",
  ],
  call: [
    { typeWebhook: "incomingCall", instanceData, timestamp: 1_790_000_000, idMessage: "C1", from: "79000000002@c.us", status: "offer" },
    "1.1101000001.ArN_4bil0VJpEZB3_9SCctt_D0frrGC_",
    "1m.1101000001.TU1T_ytXGAIG8kNBN6-nVTPP8nJOQj8C",
  ],
  state: [
    { typeWebhook: "stateInstanceChanged", instanceData, timestamp: 1_790_000_000, stateInstance: "authorized" },
    "1.1101000001.7yquANAxo2lRFd5XDdjqmy0ULTcntgMo",
  ],
  "a kind that isn't known": [
    { typeWebhook: "later", 10: "ten", 9: "nine", later: { b: 1, a: "ä" } },
    "1.0.QtLBcS8x9YPg7_tgpmkFXv88ruy2RoFc",
  ],
};

test.each(Object.entries(frozen))("the keys of %s never change", (_, [body, key, messageKey]) => {
  const parsed = parseNotification(body);
  if (parsed.kind === "malformed") throw new Error("a notification was expected");
  expect([keyOf(parsed), messageKeyOf(parsed)]).toEqual([key, messageKey]);
});
