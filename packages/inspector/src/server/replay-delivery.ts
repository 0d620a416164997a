import type { WebhookHandler } from "@greenhook/core";
import { postNotification } from "@greenhook/node";
import type { ReplayRequest, ReplayResult } from "../page/inspector-messages.ts";
import type { LoggedDelivery } from "../recording/logged-delivery.ts";

/** The inspected receiver, for replays and samples. */
export interface OwnReceiver {
  deliver(body: Uint8Array): Promise<ReplayResult>;
}

/** Replays go through the handler as requests do: it is all that is known of the receiver. */
export function ownReceiver(handler: WebhookHandler, authorization: () => string | undefined): OwnReceiver {
  return {
    async deliver(body) {
      const startedAt = performance.now();
      const header = authorization();
      const { status, body: text } = await handler({
        method: "POST",
        authorization: header === undefined ? [] : [header],
        body: { kind: "read", value: body },
      });
      return { status, durationMilliseconds: performance.now() - startedAt, text };
    },
  };
}

/** Delivers a logged notification again, as it was or edited, to the inspected receiver or to a URL. */
export async function replayDelivery(
  delivery: LoggedDelivery,
  { target, body, authorization }: ReplayRequest,
  own: OwnReceiver,
): Promise<ReplayResult> {
  const bytes = body === undefined ? delivery.body : Buffer.from(body);
  if (bytes === undefined) return { durationMilliseconds: 0, text: "There is no body to send: it wasn't read on arrival" };
  return target === "handler" ? own.deliver(bytes) : postNotification(target, bytes, { authorization });
}
