import type { Deliver } from "@greenhook/core";
import type { InboxEngine } from "../engine/inbox-engine.ts";
import type { InboxWorker, WorkOptions, WorkOutcome } from "../inbox/work-options.ts";
import { receiverFor } from "./receiver-for.ts";
import { runAttempt } from "./run-attempt.ts";
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
    try {
      await runAttempt(taken, attempt, settings, receive, report);
    } catch (error) {
      // The engine couldn't settle it: another attempt will.
      settings.logger.error(`Inbox item "${taken.item.id}" (${taken.item.typeWebhook}) couldn't be settled`, error);
    }
  });
  const worker: InboxWorker = { close: ({ graceMilliseconds = 10_000 } = {}) => run.stop(graceMilliseconds) };
  const close = (): void => {
    worker.close().catch((error: unknown) => settings.logger.error("The inbox's worker couldn't be closed", error));
  };
  if (signal?.aborted === true) close();
  else signal?.addEventListener("abort", close, { once: true });
  return worker;
}
