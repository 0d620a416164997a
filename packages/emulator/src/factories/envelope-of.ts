import type { InstanceData } from "@greenhook/core/types";
import type { NotificationInput } from "./notification-input.ts";

const ids = { whatsapp: 7103000001, telegram: 4100000001, v3: 3100000001 } as const;

/** What every notification has. */
export function envelopeOf(input: NotificationInput): { readonly instanceData: InstanceData; readonly timestamp: number } {
  const { typeInstance = "whatsapp", idInstance = ids[typeInstance], timestamp = 1790000000 } = input;
  return { instanceData: { idInstance, wid: "79000000000@c.us", typeInstance }, timestamp };
}
