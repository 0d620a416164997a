import { lineWriter, type LogLine, type Logger } from "../logging/logger.ts";
import type { ArrivalBody } from "../receiving/arrival.ts";
import type { Deliver } from "../receiving/deliver.ts";
import { checkOptionNames } from "../runtime/check-option-names.ts";
import type { Quarantine } from "../receiving/quarantine.ts";
import type { Receipt } from "../receiving/receipt.ts";
import type { Receiver, ReceiverOptions, WaitingReceiver } from "../receiving/receiver.ts";
import type { ApiClient } from "../api/methods/api-client.ts";
import { ApiError, ApiHostError, ApiRateLimitError, ApiResponseError, ApiValidationError } from "../api/call/api-error.ts";
import { backoffMilliseconds, delay, isTransient } from "../api/call/retry.ts";
import { PollingRefusedError } from "./polling-error.ts";
import type { QueuedNotification } from "../api/methods/receiving.ts";

/** Options of `pollNotifications` that concern the queue. */
export interface PollingQueueOptions {
  /** Whose queue is read. Only one reader at a time makes sense. */
  readonly client: Pick<ApiClient, "receiveNotification" | "deleteNotification">;
  /** Ends the polling: nothing new is taken, a delivery in flight is waited for, and then `pollNotifications` resolves. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Whether to resolve as soon as the queue is empty.
   *
   * @default false
   */
  readonly drain?: boolean;
  /**
   * How long one request waits for a notification: 5 to 60 seconds.
   *
   * @default 5
   */
  readonly receiveTimeoutSeconds?: number;
  /**
   * The pause before a notification whose handler or quarantine failed is tried again.
   *
   * @default 60_000
   */
  readonly retryDelayMilliseconds?: number;
  /**
   * The longest pause after a failure of GREEN-API or the network, and after a deletion that didn't succeed. The pauses are random and grow from
   * 500 ms.
   *
   * @default 30_000
   */
  readonly maxBackoffMilliseconds?: number;
  /** Called for each failure that the polling survives. Its result and errors are ignored. */
  readonly onFailure?: (failure: PollingFailure) => unknown;
  /**
   * Gets a line for each failure of GREEN-API or the network, equal ones once a minute, and those of `createReceiver`'s `logger`; `false` for none.
   *
   * @default console, from `warn` on
   */
  readonly logger?: Logger | false | undefined;
}

export interface PollNotificationsOptions extends PollingQueueOptions {
  /** Takes each notification, one after the other: a function or a dispatcher. */
  readonly deliver: Deliver | { readonly deliver: Deliver };
  /** Takes what can't be delivered, which then leaves the queue. Without it, a body that is no notification ends the polling. */
  readonly quarantine?: Quarantine | undefined;
  readonly receiver?: never;
}

/** Options of `pollNotifications` with a receiver that other sources share. */
export interface PollingReceiverOptions extends PollingQueueOptions {
  /** Made by `createReceiver`: it has the `deliver` and the `quarantine`. */
  readonly receiver: Receiver;
  readonly deliver?: never;
  readonly quarantine?: never;
}

/** A failure that the polling survives. */
export interface PollingFailure {
  /** What failed. */
  readonly step: "receive" | "deliver" | "quarantine" | "delete";
  /** What was thrown; for `deliver` and `quarantine` it is your own error, untouched. */
  readonly error: unknown;
  readonly retryInMilliseconds: number;
}

/**
 * Receives notifications from GREEN-API's queue instead of a webhook, one after the other, by the same rules. A notification leaves the queue only
 * after `deliver` (or the quarantine) resolved, so none is lost. While a handler fails, the same notification is tried again and those behind it
 * wait. A deletion that doesn't succeed is tried again too, and what was handled isn't handled once more meanwhile.
 *
 * Failures of GREEN-API and of the network are waited out without end. A delivery isn't limited in time, and its `context.signal` is never aborted.
 *
 * @returns when `signal` was aborted, or with `drain` when the queue is empty
 * @throws {ApiWebhookUrlSetError} a `webhookUrl` is set: clear it, then wait about a minute
 * @throws {PollingRefusedError} what arrived is no notification, and there is no quarantine
 * @throws {ApiHostError} another host's instance (403), or nothing but 404 for five minutes
 * @throws {ApiResponseError} the first notification in the queue is larger than 9 MiB (`TOO_LARGE`), for five minutes
 * @throws {ApiError} a permanent error, such as a wrong token
 * @example
 * await pollNotifications({ client, deliver: createDispatcher().onText((notification, text) => console.log(text)), signal });
 */
export async function pollNotifications(options: PollNotificationsOptions | PollingReceiverOptions): Promise<void> {
  const { client, signal, drain = false, receiveTimeoutSeconds = 5, retryDelayMilliseconds = 60_000, onFailure } = options;
  const backoff = { minMilliseconds: 500, maxMilliseconds: options.maxBackoffMilliseconds ?? 30_000 };
  const emptyPause = Math.min(backoff.minMilliseconds, backoff.maxMilliseconds);
  checkOptionNames("poll for notifications", options, optionNames);
  checkReceiver(options);
  // "false" out of an environment variable would end the polling at the first empty queue.
  if (typeof drain !== "boolean")
    throw new ApiValidationError({ method: "receiveNotification", key: "drain", expected: "be true or false" });
  const write = lineWriter("poll", options.logger);
  let receiver: WaitingReceiver | undefined = options.receiver;
  const isStopped = (): boolean => signal?.aborted === true;

  /** Reports a failure, and pauses. `false` if the polling is stopped meanwhile. */
  const pauseAfter = async (step: PollingFailure["step"], error: unknown, retryInMilliseconds: number): Promise<boolean> => {
    // What the handler or the quarantine throws is logged by the receiver.
    if (step === "receive" || step === "delete") write?.(failureLine(step, error, retryInMilliseconds));
    report(onFailure, { step, error, retryInMilliseconds });
    return sleep(retryInMilliseconds, signal);
  };

  /** Calls the API until it succeeds; `undefined` if the polling is stopped first. */
  const persist = async <Value>(step: "receive" | "delete", call: () => Promise<Value>): Promise<{ value: Value } | undefined> => {
    let lasting: { since: number; times: number } | undefined;
    for (let retry = 0; ; retry += 1) {
      try {
        return { value: await call() };
      } catch (error) {
        // An aborted receive gives its signal's reason: that is no failure.
        if (isStopped() && step === "receive") return undefined;
        lasting = mayLast(error) ? { since: lasting?.since ?? performance.now(), times: (lasting?.times ?? 0) + 1 } : undefined;
        if (lasting === undefined ? !isTransient(error) : isLasting(lasting)) throw error;
        const asked = error instanceof ApiRateLimitError ? (error.retryAfterMilliseconds ?? 0) : 0;
        if (!(await pauseAfter(step, error, Math.max(asked, backoffMilliseconds(backoff, retry))))) return undefined;
      }
    }
  };

  /** Retries until `deliver` or the quarantine has the notification; `false` if the polling is stopped first. */
  const handOver = async (queued: QueuedNotification): Promise<boolean> => {
    // Loaded with the first notification, since it brings the schemas' library.
    receiver ??= (await import("../receiving/receiver.ts")).createReceiver(receiverOptionsOf(options as PollNotificationsOptions));
    const receivedAt = new Date();
    for (;;) {
      const receipt = await receiver.receive({ body: bodyOf(queued), source: "polling", receivedAt });
      if (receipt.outcome === "refused") throw refusedError(queued.receiptId, receipt);
      if (receipt.outcome !== "failed" && receipt.outcome !== "late") return true;
      const step = receipt.code === "QUARANTINE_FAILED" ? "quarantine" : "deliver";
      if (!(await pauseAfter(step, receipt.error, retryDelayMilliseconds))) return false;
    }
  };

  /** What was handed over last, and how often it was given again although it was deleted. */
  let last: { readonly queued: QueuedNotification; returns: number } | undefined;
  while (!isStopped()) {
    const asked = performance.now();
    const received = await persist("receive", () => client.receiveNotification({ receiveTimeout: receiveTimeoutSeconds }, { signal }));
    if (received === undefined) return;
    if (received.value === undefined) {
      if (drain) return;
      // A server that doesn't wait before it says "nothing" isn't asked at full speed.
      if (performance.now() - asked < emptyPause) await sleep(emptyPause, signal);
      continue;
    }
    // What arrived while the polling was being stopped stays in the queue.
    if (isStopped()) return;
    const queued = received.value;
    const { receiptId } = queued;
    if (last !== undefined && isSame(last.queued, queued)) last.returns += 1;
    else if (await handOver(queued)) last = { queued, returns: 0 };
    else return;
    // Not aborted by the signal: a delivered notification must be deleted even while stopping.
    const remove = () => client.deleteNotification({ receiptId }, { timeoutMilliseconds: deleteTimeoutMilliseconds });
    const deleted = await persist("delete", remove);
    if (deleted === undefined) return;
    const { result, reason } = deleted.value;
    if (result && last.returns === 0) continue;
    const why = result ? "the queue gave it again after it was deleted" : `result: false${typeof reason === "string" ? `, ${reason}` : ""}`;
    const error = new Error(`Cannot delete the notification with receiptId ${receiptId}: ${why}`);
    // The next round asks whether it is still there: one that is gone was deleted after all.
    if (!(await pauseAfter("delete", error, backoffMilliseconds(backoff, last.returns)))) return;
  }
}

const optionNames: Readonly<Record<keyof (PollNotificationsOptions | PollingReceiverOptions), true>> = {
  client: true,
  signal: true,
  drain: true,
  receiveTimeoutSeconds: true,
  retryDelayMilliseconds: true,
  maxBackoffMilliseconds: true,
  onFailure: true,
  logger: true,
  deliver: true,
  quarantine: true,
  receiver: true,
};

/** A stop waits no longer than this for the deletion of what was just delivered. */
const deleteTimeoutMilliseconds = 15_000;

function checkReceiver({ receiver, deliver }: PollNotificationsOptions | PollingReceiverOptions): void {
  if (receiver === undefined && typeof deliver !== "function" && typeof deliver?.deliver !== "function")
    throw new ApiValidationError({ method: "receiveNotification", key: "deliver", expected: "be a function or a dispatcher" });
  if (receiver !== undefined && deliver !== undefined)
    throw new ApiValidationError({ method: "receiveNotification", key: "deliver", expected: "be left out where there is a receiver" });
}

/** The bytes of the notification where the client kept them, so that it is decoded, and quarantined, as a webhook's. */
function bodyOf({ body, rawText, rawBytes }: QueuedNotification): ArrivalBody {
  if (rawBytes !== undefined) return { kind: "bytes", bytes: rawBytes };
  return rawText === undefined ? { kind: "value", value: body } : { kind: "bytes", bytes: new TextEncoder().encode(rawText) };
}

/**
 * Whether an error may pass, and may last as well: GREEN-API was seen to respond with 404 while it was out of order, and a response that is too
 * large may be another's; but a notification that is too large comes again and again.
 */
function mayLast(error: unknown): boolean {
  return error instanceof ApiHostError ? error.status === 404 : error instanceof ApiResponseError && error.code === "TOO_LARGE";
}

/** Five in a row, over at least five minutes. */
function isLasting({ since, times }: { since: number; times: number }): boolean {
  return times >= 5 && performance.now() - since >= 300_000;
}

function isSame(last: QueuedNotification, next: QueuedNotification): boolean {
  if (last.receiptId !== next.receiptId) return false;
  try {
    return JSON.stringify(last.body) === JSON.stringify(next.body);
  } catch {
    // Nested too deeply to be written as text: the receiptId must do.
    return true;
  }
}

function refusedError(receiptId: number, { code = "SCHEMA", issues }: Receipt): PollingRefusedError {
  return new PollingRefusedError({ receiptId, code, issue: issues?.[0] });
}

function receiverOptionsOf({ deliver, quarantine, logger }: PollNotificationsOptions): ReceiverOptions {
  return { deliver, quarantine, logger };
}

function failureLine(step: string, error: unknown, retryInMilliseconds: number): LogLine {
  const { name, status, code } = error instanceof ApiError ? error : {};
  const seconds = Math.ceil(retryInMilliseconds / 1_000);
  return { level: "warn", event: "polling failed", fields: { step, status, code, name }, advice: `it goes on in ${seconds} s`, error };
}

/** Resolves to `false` if aborted. */
async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await delay(milliseconds, signal);
    return true;
  } catch {
    return false;
  }
}

function report(onFailure: PollingQueueOptions["onFailure"], failure: PollingFailure): void {
  try {
    // A reporter whose promise rejects must not end the process either.
    Promise.resolve(onFailure?.(failure)).then(undefined, () => undefined);
  } catch {
    // A reporter's own failure must not end what it reports about.
  }
}
