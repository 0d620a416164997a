import { createDispatcher, createWebhookHandler } from "../../../packages/core/dist/bundled/index.js";
import { token } from "../message.mjs";

/** Ours, as the README sets it up, with as many handlers as asked for. */
export function handler() {
  const dispatcher = createDispatcher();
  for (let index = 1; index < Number(process.env.HANDLERS ?? 1); index++) dispatcher.onMessage("imageMessage", () => {});
  return createWebhookHandler({ token, deliver: dispatcher.onText(() => {}) });
}
