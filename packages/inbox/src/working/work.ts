import { randomUUID } from "node:crypto";
import type { Deliver } from "@greenhook/core";
import type { InboxEngine } from "../engine/inbox-engine.ts";
import type { InboxWorker, WorkOptions, WorkOutcome } from "../inbox/work-options.ts";
import { receiverFor } from "./receiver-for.ts";
import { lineOf } from "./log-attempt.ts";
import { runAttempt } from "./run-attempt.ts";
import { traceAttempt } from "./trace-attempt.ts";
import { workSettingsOf } from "./work-settings.ts";

/** Runs a dispatcher or function for what an engine pushes. */
export async function work(
  engine: InboxEngine,
  target: Deliver | { readonly deliver: Deliver },
  options: WorkOptions,
): Promise<InboxWorker> {
  const settings = workSettingsOf(options);
  const receive = receiverFor(target, options.quarantine);
  const { onOutcome, signal } = options;
  if (onOutcome !== undefined && typeof onOutcome !== "function") throw new TypeError('Cannot work: "onOutcome" must be a function');

  const report = (outcome: WorkOutcome): void => {
    try {
      // An observer whose promise rejects must not end the process either.
      Promise.resolve(onOutcome?.(outcome)).then(undefined, () => undefined);
    } catch {
      // Observers have no say.
    }
  };
  const run = await engine.run(settings.concurrency, async (taken, attempt) => {
    const id = randomUUID();
    try {
      await traceAttempt(id, taken, (trace) =>
        runAttempt(
          taken,
          attempt,
          settings,
          (signal) => receive(id, taken, signal),
          (outcome) => {
            // A handler that returns after its time reports once more.
            if (trace !== undefined && trace.outcome === undefined) {
              trace.outcome = outcome.outcome;
              trace.durationMilliseconds = outcome.durationMilliseconds;
            }
            report(outcome);
          },
        ),
      );
    } catch (error) {
      settings.write?.(lineOf("error", "inbox item not settled", taken.item, "another attempt will settle it", { error }));
    }
  });
  const worker: InboxWorker = { close: ({ graceMilliseconds = 10_000 } = {}) => run.stop(graceMilliseconds) };
  const close = (): void => {
    worker.close().catch((error: unknown) => {
      settings.write?.({ level: "error", event: "inbox worker not closed", fields: {}, advice: "its signal was aborted", error });
    });
  };
  if (signal?.aborted === true) close();
  else signal?.addEventListener("abort", close, { once: true });
  return worker;
}
