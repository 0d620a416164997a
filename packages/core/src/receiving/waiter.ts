import type { ParsedNotification } from "../notifications/parsed-notification.ts";
import { factsOf, type NotificationFacts } from "./notification-facts.ts";
import type { Run } from "./run.ts";

/** One who waits for a receipt, and may stop waiting: a webhook's deadline, a caller's signal. Notes how far the arrival got. */
export class Waiter {
  parsed: ParsedNotification | undefined;
  facts: NotificationFacts | undefined;
  /** Whether it joined a run of the same notification that was in flight. */
  joined = false;
  /** Whether it has stopped waiting: nothing is delivered or quarantined for it any more. */
  left = false;
  #run: Run | undefined;

  /** The run that it began or joined last. */
  get run(): Run | undefined {
    return this.#run;
  }

  note(parsed: ParsedNotification): NotificationFacts {
    this.parsed = parsed;
    this.facts = factsOf(parsed);
    return this.facts;
  }

  begin(run: Run): void {
    this.joined = false;
    this.#wait(run);
  }

  join(run: Run): void {
    this.joined = true;
    this.#wait(run);
  }

  /** @param onLateFailure called with what the handler throws afterwards, if this waiter was the last to leave */
  leave(onLateFailure?: (error: unknown) => void): void {
    if (this.left) return;
    this.left = true;
    this.#run?.removeWaiter(onLateFailure);
  }

  #wait(run: Run): void {
    this.#run = run;
    run.addWaiter();
    if (this.left) run.removeWaiter();
  }
}
