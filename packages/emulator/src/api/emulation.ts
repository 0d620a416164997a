import { ApiFailure } from "./api-failure.ts";
import type { Methods } from "./method.ts";

/** Methods that GREEN-API doesn't have: events in the messenger, for programs other than the one that runs the emulator. */
export const emulation: Methods = {
  emulateNotification: {
    verbs: ["POST"],
    rate: 1_000,
    run: ({ instance, input }) => {
      if (typeof input["typeWebhook"] !== "string") throw new ApiFailure(400, 'The body must be a notification: it has no "typeWebhook"');
      return { queued: instance.notify(input) };
    },
  },
};
