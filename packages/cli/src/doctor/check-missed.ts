import { ApiError, reconcile, type ApiClient, type ReconcileClient } from "@greenhook/core/api";
import type { OpenInbox } from "../inbox/open-inbox.ts";
import { describeDuration } from "../terminal/duration.ts";
import type { Finding } from "./finding.ts";

const day = 86_400_000;
/** What is younger may be on its way: the journals lag by two minutes, and retries come each minute. */
const settledSeconds = 300;

/**
 * Whether the journals of the last day have messages and calls that the inbox hasn't. It is compared from the oldest item on: what was before, the inbox
 * can't know.
 */
export async function checkMissed(
  client: ReconcileClient & Pick<ApiClient, "getWebhooksCount">,
  inbox: OpenInbox,
  now: number = Date.now(),
): Promise<Finding> {
  const check = "journals";
  const [oldest] = await inbox.items.list({ limit: 1 });
  if (oldest === undefined) return { check, result: "skipped", found: "the inbox is empty: there is nothing to compare them with" };
  const since = new Date(Math.max(now - day, oldest.storedAt.getTime()));
  const counts = { missed: 0, there: 0 };
  try {
    await reconcile(client, inbox, {
      since,
      dryRun: true,
      logger: false,
      onOutcome: ({ outcome, lagSeconds = 0 }) => {
        if (outcome === "duplicate") counts.there += 1;
        else if (lagSeconds > settledSeconds) counts.missed += 1;
      },
    });
    const window = describeDuration(now - since.getTime());
    if (counts.missed + counts.there === 0) return { check, result: "ok", found: `nothing new in the last ${window}` };
    if (counts.missed === 0) return { check, result: "ok", found: `${counts.there} of the last ${window}, all of them in the inbox` };
    const { count } = await client.getWebhooksCount();
    const found = `${counts.missed} of the last ${window} aren't in the inbox, ${counts.there} are`;
    // What waits in the queue isn't missed yet.
    if (count > 0)
      return { check, result: "advice", found, advice: `${count} wait in the queue, these may be among them: look again later` };
    return { check, result: "fault", found, advice: "recover them with: greenhook reconcile --since 24h --inbox" };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { check, result: "skipped", found: error.message };
  }
}
