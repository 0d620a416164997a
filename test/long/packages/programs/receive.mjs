// A receiver as an ES module that is asked twice, once with a wrong token.
import { createDispatcher, createWebhookHandler } from "@greenhook/core";
import { textMessage } from "@greenhook/emulator/notifications";
import { toFetchHandler } from "@greenhook/fetch";

const texts = [];
const answer = toFetchHandler(
  createWebhookHandler({ token: "secret", deliver: createDispatcher().onText((_notification, text) => void texts.push(text)) }),
);
const ask = (token) => {
  const headers = { authorization: `Bearer ${token}` };
  return answer(new Request("http://127.0.0.1/", { method: "POST", headers, body: JSON.stringify(textMessage({ text: "hello" })) }));
};
const [{ status }, { status: refused }] = [await ask("secret"), await ask("wrong")];
console.log(JSON.stringify({ status, refused, texts }));
