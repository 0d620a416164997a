import type { WebhookHandler } from "@greenhook/core";
import { postNotification } from "../send/post-notification.ts";
import type { LoggedDelivery } from "./logged-delivery.ts";
import type { ReplayAnswer, ReplayRequest } from "./page/inspector-messages.ts";

/** Delivers what is in the log once more, as it was or edited: to the handler itself, or to any URL. Never rejects. */
export async function replayDelivery(
  delivery: LoggedDelivery,
  { target, body, authorization }: ReplayRequest,
  own: { handler: WebhookHandler; authorization: string },
): Promise<ReplayAnswer> {
  const bytes = body === undefined ? delivery.body : Buffer.from(body);
  if (bytes === undefined) return { took: 0, text: "There is no body to send: it wasn't read" };
  if (target !== "handler") return postNotification(target, bytes, { authorization });
  const startedAt = performance.now();
  const { status, body: text } = await own.handler({
    method: "POST",
    authorization: [own.authorization],
    body: { kind: "read", value: bytes },
  });
  return { status, took: performance.now() - startedAt, text };
}
