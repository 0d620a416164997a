import { Command, InvalidArgumentError, Option } from "commander";
import { existsSync } from "node:fs";
import { clientOf, withAccountOptions, type AccountOptions } from "../account/account-options.ts";
import { apiFailure } from "../account/api-failure.ts";
import { CommandFailure } from "../command-failure.ts";
import { inboxFailure, loadInbox, openInbox } from "../inbox/open-inbox.ts";
import { recoverMissed, type WhatIsKnown } from "../reconcile/recover-missed.ts";
import { parseDuration } from "../terminal/duration.ts";
import { createOutput } from "../terminal/output.ts";
import { stopOnSignal } from "../terminal/stop-on-signal.ts";

interface ReconcileOptions extends AccountOptions {
  readonly since: Date;
  /** A file; true for the default. */
  readonly inbox?: string | true;
  readonly store?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** `greenhook reconcile`: stores in an inbox what the journals have and it hasn't. */
export function reconcileCommand(): Command {
  return withAccountOptions(
    new Command("reconcile").description(
      "Recover what was missed: store the messages and calls of the journals that the durable inbox doesn't have; exit code 2 if some are left",
    ),
  )
    .addOption(
      new Option("--since <time>", "how far back, such as 26h, less than 8d, or a time in ISO 8601")
        .argParser(parseSince)
        .makeOptionMandatory(),
    )
    .addOption(new Option("--inbox [file]", "the inbox to store them in, which must exist (default: that of DATABASE_URL, else inbox.db)"))
    .addOption(
      new Option("--store <file>", "with --dry-run: the duplicate store of a program without an inbox, to know what it had").conflicts(
        "inbox",
      ),
    )
    .addOption(new Option("--dry-run", "only list what is missing; exit code 2 if something is").default(false))
    .addOption(new Option("--json", "print JSON lines").default(false))
    .action(run);
}

async function run(options: ReconcileOptions): Promise<void> {
  if (options.inbox === undefined && !options.dryRun)
    throw new CommandFailure(
      "Give the --inbox to store what was missed in, or --dry-run to list it: without an inbox the handlers are in your program, which must call reconcile() itself",
    );
  const output = createOutput(options.json);
  const client = clientOf(options, {});
  const { close, ...known } = await openKnown(options);
  try {
    const signal = stopOnSignal(() => output.line("\nStopping after the delivery in flight"));
    await recoverMissed(client, known, { since: options.since, dryRun: options.dryRun, signal }, output);
  } catch (error) {
    throw inboxFailure(apiFailure(error, options.apiUrl));
  } finally {
    output.done();
    await close();
  }
}

/** What knows what was delivered, opened. */
async function openKnown({ inbox, store }: ReconcileOptions): Promise<WhatIsKnown & { readonly close: () => Promise<void> }> {
  if (inbox !== undefined) {
    const opened = await openInbox(inbox === true ? undefined : inbox);
    return { inbox: opened, close: () => opened.close() };
  }
  if (store === undefined) return { close: () => Promise.resolve() };
  if (!existsSync(store)) throw new CommandFailure(`Cannot open duplicate store "${store}": there is no such file`);
  const { createDuplicateStore } = await loadInbox();
  const opened = createDuplicateStore({ path: store });
  return { store: opened, close: () => opened.close() };
}

function parseSince(text: string): Date {
  if (/^\d+[smhd]$/.test(text)) return new Date(Date.now() - parseDuration("it", 8)(text));
  const date = new Date(text);
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(date.getTime())) return date;
  throw new InvalidArgumentError("it must be a length of time such as 26h, or a time such as 2026-01-31T18:00:00Z");
}
