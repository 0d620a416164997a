import type { WebhookHandler } from "@greenhook/core";
import { postNotification } from "../send/post-notification.ts";
import type { LoggedDelivery } from "./logged-delivery.ts";
import type { ReplayResult, ReplayRequest } from "./page/inspector-messages.ts";

/** Delivers a logged notification again, as it was or edited, to the handler or to a URL. Never rejects. */
export async function replayDelivery(
  delivery: LoggedDelivery,
  { target, body, authorization }: ReplayRequest,
  own: { handler: WebhookHandler; authorization: string },
): Promise<ReplayResult> {
  const bytes = body === undefined ? delivery.body : Buffer.from(body);
  if (bytes === undefined) return { took: 0, text: "There is no body to send: it wasn't read on arrival" };
  if (target !== "handler") return postNotification(target, bytes, { authorization });
  return deliverToHandler(bytes, own);
}

/** Delivers a body to the handler. */
export async function deliverToHandler(body: Uint8Array, own: { handler: WebhookHandler; authorization: string }): Promise<ReplayResult> {
  const startedAt = performance.now();
  const { status, body: text } = await own.handler({
    method: "POST",
    authorization: [own.authorization],
    body: { kind: "read", value: body },
  });
  return { status, took: performance.now() - startedAt, text };
}
