import { ApiError, type ApiClient } from "@greenhook/core/api";
import type { Finding } from "./finding.ts";

/** A minute's work: GREEN-API delivers at most 50 a second. */
const many = 3_000;

/** How many notifications wait, and whether the queue grows. GREEN-API updates the count every 10 s. */
export async function checkQueue(
  client: ApiClient,
  { watchSeconds, isRead, onWait }: { watchSeconds: number; isRead: boolean; onWait: (secondsLeft: number) => void },
): Promise<Finding> {
  const check = "queue";
  try {
    const { count: before } = await client.getWebhooksCount();
    if (watchSeconds === 0) return { check, result: "ok", found: `${before} waiting (trend not checked)` };
    for (let left = watchSeconds; left > 0; left--) {
      onWait(left);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    const { count } = await client.getWebhooksCount();
    const trend = count > before ? "growing" : count < before ? "shrinking" : "steady";
    const found = `${count} waiting, ${trend} (${before} ${watchSeconds} s ago)`;
    if (count === 0 || trend === "shrinking") {
      return count < many
        ? { check, result: "ok", found }
        : { check, result: "advice", found, advice: `at 50 a second they take ${Math.ceil(count / 50)} s` };
    }
    const advice = isRead
      ? "the receiver doesn't answer 200, or is too slow: see the test delivery; greenhook listen shows what is refused and why"
      : "nothing reads it: set a webhookUrl, or run greenhook listen with the options of the instance";
    return { check, result: "fault", found, advice: `${advice}; what waits for 24 hours is dropped, and recovered by greenhook reconcile` };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { check, result: "skipped", found: error.message };
  }
}
