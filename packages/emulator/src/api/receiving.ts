import { ApiFailure } from "./api-failure.ts";
import type { Instance } from "../instance/instance.ts";
import type { Methods } from "./method.ts";

/** The notification queue over the HTTP API. @see https://green-api.com/en/docs/api/receiving/technology-http-api/ */
export const receiving: Methods = {
  receiveNotification: {
    verbs: ["GET"],
    rate: 100,
    run: async ({ instance, query }) => {
      refuseWhileDelivering(instance);
      const seconds = Number(query.get("receiveTimeout") ?? 5);
      if (!(seconds >= 5 && seconds <= 60)) {
        throw new ApiFailure(400, "Validation failed. Details: 'receiveTimeout' must be between 5 and 60");
      }
      const item = await instance.receive(seconds * 1_000);
      refuseWhileDelivering(instance);
      return item === undefined ? null : { receiptId: item.receiptId, body: item.notification };
    },
  },
  deleteNotification: {
    verbs: ["DELETE"],
    rate: 100,
    run: ({ instance, parameter = "" }) => {
      refuseWhileDelivering(instance);
      if (!/^\d+$/.test(parameter)) throw new ApiFailure(400, "receiptId must be a Number");
      const result = instance.queue.remove(Number(parameter));
      return { result, reason: result ? "" : "the notification was deleted before, or never received" };
    },
  },
};

/** A queue has one consumer: the webhookUrl in effect, or these methods. */
function refuseWhileDelivering({ settings }: Instance): void {
  if (settings.inEffect["webhookUrl"] === "") return;
  throw new ApiFailure(
    400,
    "Message cannot be received because a custom webhook url is set. To receive messages over this API, clear webhookUrl and wait about 1 minute",
  );
}
