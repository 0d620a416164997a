import type { PgBoss } from "pg-boss";

const policy = "key_strict_fifo";
/** pg-boss ends no item by itself: how long one is retried is the worker's to say. */
const retryLimit = 1_000_000;
/** pg-boss's longest. */
const expireInSeconds = 86_400;
/** 60 years: what waits is never deleted. */
const retentionSeconds = 60 * 365 * 86_400;

/** Creates the queue where there is none. @throws Error for one of the same name that isn't an inbox's. */
export async function prepareQueue(boss: PgBoss, name: string): Promise<void> {
  const existing = await boss.getQueue(name);
  // A queue of its own partition: the scan for what is due, and the vacuum after it, leave the user's other jobs alone.
  if (existing === null)
    await boss.createQueue(name, { policy, partition: true, retryLimit, expireInSeconds, retentionSeconds, deleteAfterSeconds: 0 });
  const queue = existing ?? (await boss.getQueue(name));
  if (queue === null) throw new Error(`queue "${name}" was deleted while it was created`);
  if (queue.policy !== policy) throw new Error(`queue "${name}" has the policy "${queue.policy}", not "${policy}": it isn't an inbox's`);
  if (queue.deleteAfterSeconds !== 0 || (queue.retryLimit ?? 0) < retryLimit || (queue.retentionSeconds ?? 0) < retentionSeconds)
    throw new Error(`queue "${name}" ends or deletes jobs by itself: it isn't an inbox's`);
}
