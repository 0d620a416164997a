import { createHmac } from "node:crypto";

/** The token that every server with a token expects. */
export const token = "a-token-of-thirty-two-characters";

/** One text notification of a little over 0.4 kB, or one whose text fills it up to `size` bytes. */
export function body(size = 0) {
  const notification = (text) =>
    JSON.stringify({
      typeWebhook: "incomingMessageReceived",
      instanceData: { idInstance: 1101000001, wid: "79000000000@c.us", typeInstance: "whatsapp" },
      timestamp: 1700000000,
      idMessage: "3EB0C767D097B7C7C030",
      senderData: { chatId: "79000000001@c.us", chatName: "Customer", sender: "79000000001@c.us", senderName: "Customer" },
      messageData: { typeMessage: "textMessage", textMessageData: { textMessage: text } },
    });
  const short = notification("Hello! Is my parcel on its way?");
  return size > short.length ? notification("x".repeat(size - notification("").length)) : short;
}

/** What each delivery carries; octokit's receiver wants GitHub's headers. */
export function headers(text) {
  const signature = createHmac("sha256", token).update(text).digest("hex");
  return {
    "content-type": "application/json; charset=utf-8",
    authorization: `Bearer ${token}`,
    "x-github-event": "ping",
    "x-github-delivery": "1",
    "x-hub-signature-256": `sha256=${signature}`,
  };
}
