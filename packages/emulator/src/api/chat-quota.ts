import { ApiFailure } from "./api-failure.ts";
import type { Call } from "./method.ts";
import { responses } from "./response.ts";

/** Counts a chat that is written to. A new one above the plan's number is refused, and reported as `quotaExceeded`. */
export function takeQuota({ instance }: Call, method: string, chatId: string): void {
  if (instance.chats.has(chatId)) return;
  const { size } = instance.chats;
  if (size < instance.chatQuota) {
    instance.chats.add(chatId);
    return;
  }
  instance.notify({
    typeWebhook: "quotaExceeded",
    instanceData: {},
    quotaData: {
      method: "correspondents",
      used: size,
      total: instance.chatQuota,
      status: "CORRESPONDENTS_QUOTA_EXCEEDED",
      description: "",
    },
  });
  throw new ApiFailure(466, "quota", responses.quota(method, size, instance.chatQuota));
}
