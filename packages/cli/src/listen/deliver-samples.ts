import { CommandFailure } from "../command-failure.ts";
import { postNotification } from "../send/post-notification.ts";
import { sampleNotifications } from "./samples.ts";

/** Delivers the samples as GREEN-API does: one after another, each answered before the next. */
export async function deliverSamples(url: string, authorization: string): Promise<void> {
  for (const notification of sampleNotifications()) {
    const { status, text } = await postNotification(url, JSON.stringify(notification), { authorization });
    if (status !== 200) throw new CommandFailure(`A sample was answered ${status ?? "not at all"}: ${text}`);
  }
}
