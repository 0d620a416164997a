import { fieldsOf } from "./fields-of.ts";
import type { Readable } from "./readable.ts";

/** The message's or the call's id; `undefined` where there is none, or it is empty. */
export function idMessageOf(notification: Readable): string | undefined {
  const { idMessage } = fieldsOf(notification);
  return typeof idMessage === "string" && idMessage !== "" ? idMessage : undefined;
}
