import type { Attempt, Settlement, TakenItem } from "../engine/taken-item.ts";
import type { WorkOutcome } from "../inbox/work-options.ts";
import { lineOf, logAttempt } from "./log-attempt.ts";
import type { Received } from "./receive-item.ts";
import { deadOf, hopeless, settlementOf } from "./settlement-of.ts";
import { handlerGraceMilliseconds, type WorkSettings } from "./work-settings.ts";

/** One attempt at an item: runs its handlers, settles it, reports the outcome. Resolves once the handlers have returned. */
export async function runAttempt(
  taken: TakenItem,
  attempt: Attempt,
  settings: WorkSettings,
  receive: (signal: AbortSignal) => Promise<Received>,
  report: (outcome: WorkOutcome) => void,
): Promise<void> {
  const startedAt = performance.now();
  const elapsed = (): number => performance.now() - startedAt;

  const settle = async (
    settlement: Settlement,
    outcome: WorkOutcome["outcome"],
    thrown: { readonly error?: unknown } = {},
  ): Promise<void> => {
    const result = await attempt.settle(settlement);
    const real = result === "settled" ? outcome : result === "completed" ? "handled" : "stale";
    const reported = { outcome: real, item: taken.item, durationMilliseconds: elapsed(), ...thrown };
    logAttempt(settings.write, reported, adviceOn(real, settlement, taken));
    report(reported);
  };
  const fail = (error: unknown): Promise<void> => {
    const settlement = settlementOf(error, taken, settings, elapsed());
    return settle(settlement, settlement.outcome === "dead" ? "dead" : "failed", { error });
  };
  const die = (error: Error): Promise<void> => settle(deadOf(error, settings), "dead", { error });

  const reason = hopeless(taken, settings);
  if (reason !== undefined) return die(new Error(reason));

  const limit = limitOf(settings.handlerMilliseconds);
  const running = receive(AbortSignal.any([attempt.signal, limit.signal]));
  const received = await Promise.race([running, limit.passed]);
  limit.clear();
  if (received === "passed") {
    const seconds = Math.round(elapsed() / 1000);
    const stuck = `it hasn't returned after ${seconds} s, and takes one of ${settings.concurrency} places until it does`;
    settings.write?.(lineOf("error", "inbox handler stuck", taken.item, stuck));
    await fail(new Error(`Its handler didn't return within ${seconds} s`));
    const late = await running;
    const reported = { outcome: "stale", item: taken.item, durationMilliseconds: elapsed(), ...errorIn(late) } as const;
    logAttempt(settings.write, reported, `its handler returned after ${Math.round(elapsed() / 1000)} s: too late to count`);
    report(reported);
    return;
  }
  switch (received.outcome) {
    case "failed":
      return fail(received.error);
    case "undeliverable":
      return die(new Error(received.reason));
    default:
      return settle({ outcome: "done" }, received.outcome);
  }
}

/** Aborts its signal after the handler's time, and resolves `passed` a grace later. */
function limitOf(milliseconds: number): { readonly signal: AbortSignal; readonly passed: Promise<"passed">; clear(): void } {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<"passed">((resolve) => {
    timer = setTimeout(() => {
      controller.abort(new DOMException("The handler's time is over", "TimeoutError"));
      timer = setTimeout(() => resolve("passed"), handlerGraceMilliseconds);
    }, milliseconds);
  });
  return { signal: controller.signal, passed, clear: () => clearTimeout(timer) };
}

function errorIn(received: Received): { readonly error?: unknown } {
  return received.outcome === "failed" ? { error: received.error } : {};
}

function adviceOn(outcome: WorkOutcome["outcome"], settlement: Settlement, { item }: TakenItem): string {
  if (outcome === "stale") return "it was erased, or another attempt has it, since the worker lost its lease or closes";
  if (outcome === "dead") return `given up after attempt ${item.attempt}; items.retry() would bring it back`;
  if (settlement.outcome === "retry") return `attempt ${item.attempt}; the next in ${Math.ceil(settlement.afterMilliseconds / 1000)} s`;
  return "it can't be delivered";
}
