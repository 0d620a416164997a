// A receiver in CommonJS that is asked twice, once with a wrong token.
const { createDispatcher, createWebhookHandler } = require("@greenhook/core");
const { textMessage } = require("@greenhook/emulator/notifications");
const { toFetchHandler } = require("@greenhook/fetch");

async function receive() {
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
}

void receive();
