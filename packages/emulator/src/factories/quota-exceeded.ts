import type { QuotaExceeded } from "@greenhook/core/types";
import type { DeepPartial } from "./deep-partial.ts";
import { envelopeOf } from "./envelope-of.ts";
import { merge } from "./merge.ts";
import type { NotificationInput } from "./notification-input.ts";

/** What {@link quotaExceeded} takes. */
export interface QuotaExceededInput extends NotificationInput {
  /** Default: 3. */
  readonly total?: number;
}

/** The plan's number of chats is reached. */
export function quotaExceeded(input: QuotaExceededInput = {}, changes?: DeepPartial<QuotaExceeded>): QuotaExceeded {
  const { total = 3 } = input;
  return merge<QuotaExceeded>(
    {
      typeWebhook: "quotaExceeded",
      instanceData: envelopeOf(input).instanceData,
      quotaData: {
        method: "correspondents",
        used: total,
        total,
        status: "CORRESPONDENTS_QUOTA_EXCEEDED",
        description: "The limit of chats is reached",
      },
    },
    changes,
  );
}
