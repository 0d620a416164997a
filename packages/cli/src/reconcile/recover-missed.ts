import type { DeliveryOutcome, DuplicateStore } from "@greenhook/core";
import { reconcile, type ReadJournal, type ReconcileClient, type Reconciled } from "@greenhook/core/api";
import { exitCode } from "../command-failure.ts";
import type { OpenInbox } from "../inbox/open-inbox.ts";
import type { Output } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";
import { style } from "../terminal/style.ts";

/** What knows what was delivered: an inbox, a program's duplicate store, or nothing. */
export interface WhatIsKnown {
  readonly inbox?: OpenInbox;
  readonly store?: DuplicateStore;
}

export interface RecoverOptions {
  readonly since: Date;
  readonly dryRun: boolean;
  readonly signal?: AbortSignal;
}

/** Stores in the inbox what the journals have and it hasn't, or lists it. Exit code 2 if something is left, or was listed. */
export async function recoverMissed(
  client: ReconcileClient,
  { inbox, store = inbox === undefined ? nothingKnown : undefined }: WhatIsKnown,
  options: RecoverOptions,
  output: Output,
): Promise<void> {
  const result = await reconcile(withProgress(client, output), inbox ?? (() => "ignored"), {
    ...options,
    ...(store === undefined ? undefined : { store }),
    logger: false,
    onOutcome: printOutcomes(options, output),
  });
  output.done();
  printResult(result, options, output);
}

/** For a dry run without anything that knows what was delivered. */
const nothingKnown: DuplicateStore = {
  claim: () => ({ state: "new", fence: "" }),
  renew: () => undefined,
  settle: () => undefined,
};

/** The client, with a line of progress for each journal that is read: GREEN-API allows one a second. */
function withProgress(client: ReconcileClient, output: Output): ReconcileClient {
  const journal =
    <Args extends unknown[], Value>(name: string, read: (...args: Args) => Value) =>
    (...args: Args): Value => {
      output.progress(`Reading ${name} …`);
      return read(...args);
    };
  return {
    ...client,
    lastIncomingMessages: journal("the incoming messages", client.lastIncomingMessages),
    lastOutgoingMessages: journal("the outgoing messages", client.lastOutgoingMessages),
    lastIncomingCalls: journal("the incoming calls", client.lastIncomingCalls),
    lastOutgoingCalls: journal("the outgoing calls", client.lastOutgoingCalls),
  };
}

/** Counts, and prints what a dry run would deliver and what couldn't be delivered: time, type and id, without content. */
function printOutcomes({ dryRun }: RecoverOptions, output: Output): (outcome: DeliveryOutcome) => void {
  let count = 0;
  return ({ outcome, typeWebhook = "", typeMessage = "", idMessage = "", receivedAt, lagSeconds = 0, message, error }) => {
    count += 1;
    output.progress(`${count} compared`);
    const isMissing = dryRun && outcome === "ignored";
    if (!isMissing && !failures.has(outcome)) return;
    output.done();
    const sentAt = new Date(receivedAt.getTime() - lagSeconds * 1_000);
    const why = isMissing ? undefined : printable(error instanceof Error ? error.message : (message ?? outcome), 300);
    const time = `${sentAt.toISOString().slice(0, 19)}Z`;
    const parts = [time, isMissing ? "" : style("red", outcome), typeWebhook, typeMessage, idMessage, why ?? ""];
    output.line(parts.filter((part) => part !== "").join("  "));
    output.object({ event: isMissing ? "missing" : outcome, sentAt, typeWebhook, typeMessage, idMessage, error: why });
  };
}

const failures: ReadonlySet<string> = new Set(["failed", "refused", "late"]);

function printResult({ outcomes, skipped, journals, next }: Reconciled, { dryRun, since }: RecoverOptions, output: Output): void {
  for (const journal of journals) output.line(journalLine(journal, since));
  const { stored = 0, duplicate = 0, ignored = 0, ...others } = outcomes;
  const failed = Object.entries(others).reduce((sum, [name, count]) => sum + (failures.has(name) ? count : 0), 0);
  output.line(
    dryRun
      ? `${ignored} missing, ${duplicate} known`
      : `${stored} stored, ${duplicate} known${failed + skipped === 0 ? "" : `, ${failed + skipped} left: run it again`}`,
  );
  if (!dryRun) output.line(`Next time: --since ${next.toISOString()}`);
  output.object({ event: "reconciled", outcomes, skipped, journals, next });
  if (failed + skipped > 0 || (dryRun && ignored > 0)) process.exitCode = exitCode.attention;
}

function journalLine({ journal, rows, unusable, oldest, isCut }: ReadJournal, since: Date): string {
  const parts = [
    `${journal.padEnd(20)}  ${rows} rows`,
    ...(oldest === undefined ? [] : [`the oldest of ${oldest.toISOString().slice(0, 19)}Z`]),
    ...(unusable === 0 ? [] : [`${unusable} without what a notification needs`]),
    ...(isCut && oldest !== undefined && oldest > since
      ? [style("yellow", "as long as GREEN-API's lists get: older ones weren't given")]
      : []),
  ];
  return parts.join(", ");
}
