import type { Instance } from "../instance/instance.ts";
import { perInstance } from "./instance-state.ts";
import type { Call } from "./method.ts";

/** The addresses of pictures, by chat id: those of groups, and the account's own. */
export const avatarsOf: (instance: Instance) => Map<string, string> = perInstance(() => new Map<string, string>());

/** The picture that a form brought becomes a chat's. It must be a JPEG; the reason of a refusal is the emulator's choice. */
export function changeAvatar(
  { instance, file }: Call,
  chatId: string,
): {
  readonly changed: boolean;
  readonly urlAvatar: string | null;
  readonly reason: string | null;
} {
  if (file?.isJpeg !== true) return { changed: false, urlAvatar: null, reason: "bad request data" };
  avatarsOf(instance).set(chatId, file.url);
  return { changed: true, urlAvatar: file.url, reason: null };
}
