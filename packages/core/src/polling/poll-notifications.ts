import { deliverOf } from "../receiving/deliver-of.ts";
import type { Deliver } from "../receiving/deliver.ts";
import type { Quarantine } from "../receiving/quarantine.ts";
import type { ApiClient } from "../api/methods/api-client.ts";
import { ApiRateLimitError, ApiValidationError } from "../api/call/api-error.ts";
import { backoffMilliseconds, delay, isTransient } from "../api/call/retry.ts";
import { PollingRefusedError } from "./polling-error.ts";
import type { QueuedNotification } from "../api/methods/receiving.ts";
import { refusalOf } from "./refusal-of.ts";

/** What `pollNotifications` takes. */
export interface PollNotificationsOptions {
  /** Whose queue is read. Only one reader at a time makes sense. */
  readonly client: Pick<ApiClient, "receiveNotification" | "deleteNotification">;
  /** Takes each notification, one after the other: a function or a dispatcher. */
  readonly deliver: Deliver | { readonly deliver: Deliver };
  /** Takes what can't be delivered, which then leaves the queue. Without it, such a notification ends the polling. */
  readonly quarantine?: Quarantine | undefined;
  /** Ends the polling: nothing new is taken, a delivery that runs is waited for, and then `pollNotifications` resolves. */
  readonly signal?: AbortSignal | undefined;
  /** Whether to resolve as soon as the queue is empty. By default `false`. */
  readonly drain?: boolean;
  /** How long one request waits for a notification. Seconds, 5 to 60, by default 5. */
  readonly receiveTimeoutSeconds?: number;
  /** The wait before a notification whose handler or quarantine failed is tried again. Milliseconds, by default 60,000. */
  readonly retryDelayMilliseconds?: number;
  /** The shortest wait after a failure of GREEN-API or the net. Milliseconds, by default 500. */
  readonly minBackoffMilliseconds?: number;
  /** The longest wait after a failure of GREEN-API or the net. Milliseconds, by default 30,000. */
  readonly maxBackoffMilliseconds?: number;
  /** Called with each failure that the polling survives; what it throws or rejects with is dropped. */
  readonly onFailure?: (failure: PollingFailure) => unknown;
}

/** A failure that the polling survives. */
export interface PollingFailure {
  /** What failed. */
  readonly step: "receive" | "deliver" | "quarantine" | "delete";
  /** What was thrown; for `deliver` and `quarantine` it is the user's own, untouched. */
  readonly error: unknown;
  /** When it is tried again. Milliseconds. */
  readonly retryInMilliseconds: number;
}

/**
 * Receives notifications from GREEN-API's queue instead of a webhook, one after the other. A notification leaves the queue only after
 * `deliver` (or the quarantine) resolved, so none is lost; one whose deletion failed comes again, which `withoutDuplicates` absorbs. While a
 * handler fails, the same notification is tried again and those behind it wait.
 *
 * Failures of GREEN-API and of the net are waited out without end. A delivery isn't limited in time, and its `context.signal` is never aborted.
 *
 * @returns when `signal` was aborted, or with `drain` when the queue is empty
 * @throws {ApiWebhookUrlSetError} a `webhookUrl` is set: clear it, then wait about a minute
 * @throws {PollingRefusedError} a notification can't be delivered and there is no quarantine
 * @throws {ApiError} a failure that doesn't pass by itself, such as a wrong token
 * @example
 * await pollNotifications({ client, deliver: createDispatcher().onText((notification, text) => console.log(text)), signal });
 */
export async function pollNotifications(options: PollNotificationsOptions): Promise<void> {
  const { client, signal, drain = false, receiveTimeoutSeconds = 5, retryDelayMilliseconds = 60_000, onFailure } = options;
  const backoff = { minMilliseconds: options.minBackoffMilliseconds ?? 500, maxMilliseconds: options.maxBackoffMilliseconds ?? 30_000 };
  const deliver = deliverOf(
    options.deliver,
    () => new ApiValidationError({ method: "receiveNotification", key: "deliver", expected: "be a function or a dispatcher" }),
  );
  const isStopped = (): boolean => signal?.aborted === true;
  /** Does a step until it succeeds or the polling is stopped; `undefined` for the latter. */
  const persist = async <Value>(step: PollingFailure["step"], action: () => Promise<Value>): Promise<{ value: Value } | undefined> => {
    for (let repeat = 0; ; repeat += 1) {
      try {
        return { value: await action() };
      } catch (error) {
        const own = step === "deliver" || step === "quarantine";
        // An aborted receive gives its signal's reason: that is no failure.
        if (isStopped() && step === "receive") return undefined;
        if (!own && !isTransient(error)) throw error;
        const asked = error instanceof ApiRateLimitError ? (error.retryAfterMilliseconds ?? 0) : 0;
        const retryInMilliseconds = own ? retryDelayMilliseconds : Math.max(asked, backoffMilliseconds(backoff, repeat));
        report(onFailure, { step, error, retryInMilliseconds });
        if (!(await rest(retryInMilliseconds, signal))) return undefined;
      }
    }
  };

  while (!isStopped()) {
    const asked = performance.now();
    const received = await persist("receive", () => client.receiveNotification({ receiveTimeout: receiveTimeoutSeconds }, { signal }));
    if (received === undefined) return;
    if (received.value === undefined) {
      if (drain) return;
      // A server that doesn't wait before it says "nothing" isn't asked at full speed.
      if (performance.now() - asked < backoff.minMilliseconds) await rest(backoff.minMilliseconds, signal);
      continue;
    }
    // What arrived while the polling was being stopped stays in the queue.
    if (isStopped()) return;
    const { receiptId } = received.value;
    const { step, handOver } = await roadOf(received.value, deliver, options.quarantine);
    if ((await persist(step, handOver)) === undefined) return;
    // Not ended by the signal: what was delivered shall not come again.
    const remove = () => client.deleteNotification({ receiptId }, { timeoutMilliseconds: deleteTimeoutMilliseconds });
    if ((await persist("delete", remove)) === undefined) return;
  }
}

/** A stop waits no longer than this for the deletion of what was just delivered. */
const deleteTimeoutMilliseconds = 15_000;

/** Where a notification goes: to the handler or the quarantine. @throws {PollingRefusedError} to neither */
async function roadOf(
  { receiptId, body }: QueuedNotification,
  deliver: Deliver,
  quarantine: Quarantine | undefined,
): Promise<{ readonly step: "deliver" | "quarantine"; readonly handOver: () => Promise<unknown> }> {
  const receivedAt = new Date();
  // Loaded with the first notification, since it brings the schemas' library.
  const { parseNotification } = await import("../receiving/parse-notification.ts");
  const refusal = refusalOf(body);
  const parsed = refusal === undefined ? parseNotification(body) : undefined;
  if (parsed !== undefined && parsed.kind !== "malformed") {
    const signal = new AbortController().signal;
    return { step: "deliver", handOver: async () => deliver(parsed, { signal, receivedAt, source: "polling" }) };
  }
  const code = refusal ?? "SCHEMA";
  const issues = parsed?.issues;
  if (quarantine === undefined) throw new PollingRefusedError({ receiptId, code, issue: issues?.[0] });
  return {
    step: "quarantine",
    handOver: async () => quarantine({ code, value: body, receivedAt, ...(issues === undefined ? undefined : { issues }) }),
  };
}

/** Waits; `false` if it was ended by the signal. */
async function rest(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await delay(milliseconds, signal);
    return true;
  } catch {
    return false;
  }
}

function report(onFailure: PollNotificationsOptions["onFailure"], failure: PollingFailure): void {
  try {
    const returned = onFailure?.(failure);
    // An async reporter that rejects must not end the process either.
    if (returned instanceof Promise) returned.catch(() => undefined);
  } catch {
    // A reporter's own failure must not end what it reports about.
  }
}
