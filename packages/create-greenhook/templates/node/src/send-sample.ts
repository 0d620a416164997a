// npm run sample: delivers a text to the running receiver, as GREEN-API does.
import { textMessage } from "@greenhook/emulator/notifications";
import { postNotification } from "@greenhook/node";

const { WEBHOOK_TOKEN: token = "", PORT: port = "3000" } = process.env;
const url = `http://127.0.0.1:${port}/green-api/webhook/`;
const text = `Hello at ${new Date().toISOString()}`;
const sample = JSON.stringify(textMessage({ text }));
const { status, text: response } = await postNotification(url, sample, { authorization: `Bearer ${token}` });
console.log(status ?? "no response:", response);
if (status !== 200) process.exitCode = 1;
