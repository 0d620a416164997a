import { Command, Option } from "commander";
import type { ApiClient } from "@greenhook/core/api";
import { clientOf, namesAccount, withAccountOptions, type AccountOptions } from "../account/account-options.ts";
import { apiFailure } from "../account/api-failure.ts";
import { exitCode } from "../command-failure.ts";
import { checkDelivery } from "../doctor/check-delivery.ts";
import { checkInbox } from "../doctor/check-inbox.ts";
import { checkInstance } from "../doctor/check-instance.ts";
import { checkMissed } from "../doctor/check-missed.ts";
import { checkQueue } from "../doctor/check-queue.ts";
import { checkSettings } from "../doctor/check-settings.ts";
import { checkSourceAddress } from "../doctor/check-source-address.ts";
import type { Finding } from "../doctor/finding.ts";
import { inboxFailure, openInbox } from "../inbox/open-inbox.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { parseWholeNumber } from "../terminal/parse-number.ts";
import { printable } from "../terminal/printable.ts";
import { style } from "../terminal/style.ts";

interface DoctorOptions extends AccountOptions {
  readonly token?: string;
  readonly handles?: readonly string[];
  readonly allow?: readonly string[];
  readonly watch: number;
  /** A file; true for the default. */
  readonly inbox?: string | true;
  readonly timeout: number;
  readonly delivery: boolean;
  readonly json: boolean;
}

/** `greenhook doctor`: checks everything that can keep notifications from arriving, one line each with advice. */
export function doctorCommand(): Command {
  const list = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
  return withAccountOptions(new Command("doctor").description("Find out why notifications don't arrive; exit code 2 if there is a fault"))
    .addOption(new Option("--token <token>", "token that the receiver expects, to compare with webhookUrlToken").env("WEBHOOK_TOKEN"))
    .addOption(new Option("--handles <types>", "notification and message types that you handle, to compare with the flags").argParser(list))
    .addOption(new Option("--allow <addresses>", "addresses that your firewall allows, such as 46.101.109.139,10.0.0.0/8").argParser(list))
    .addOption(
      new Option("--watch <seconds>", "how long to watch the queue; GREEN-API updates its count every 10 s")
        .default(11)
        .argParser(parseWholeNumber("the time", 0, 3_600)),
    )
    .addOption(
      new Option("--timeout <seconds>", "how long to wait for the test delivery")
        .default(30)
        .argParser(parseWholeNumber("the timeout", 1, 180)),
    )
    .addOption(
      new Option(
        "--inbox [file]",
        "look at a durable inbox too (default: that of DATABASE_URL, else inbox.db), and with an instance whether it has what the journals of the last day have",
      ),
    )
    .addOption(new Option("--no-delivery", "skip the test delivery to the webhookUrl"))
    .addOption(new Option("--json", "print JSON lines").default(false))
    .action(doctor);
}

async function doctor(options: DoctorOptions): Promise<void> {
  const output = createOutput(options.json);
  let faults = 0;
  for await (const finding of examine(options, output)) {
    output.done();
    if (finding.result === "fault") faults++;
    output.line(lineOf(finding));
    output.object(finding);
  }
  output.line(faults === 0 ? "No faults found" : `${faults} ${faults === 1 ? "fault" : "faults"}`);
  if (faults > 0) process.exitCode = exitCode.attention;
}

/** The checks, ordered so that a fault in one explains those after it. */
async function* examine(options: DoctorOptions, output: Output): AsyncGenerator<Finding> {
  const inbox = options.inbox === undefined ? undefined : await openInbox(options.inbox === true ? undefined : options.inbox);
  try {
    // An inbox may be looked at alone.
    const client = inbox === undefined || namesAccount(options) ? clientOf(options) : undefined;
    const isReached = client !== undefined && (yield* examineInstance(client, options, output));
    if (inbox === undefined) return;
    yield* await output.during("Reading the inbox …", checkInbox(inbox));
    if (isReached) yield await output.during("Comparing the journals with the inbox …", checkMissed(client, inbox));
  } catch (error) {
    throw inboxFailure(error);
  } finally {
    await inbox?.close();
  }
}

/** Returns whether the API gave the settings. */
async function* examineInstance(client: ApiClient, options: DoctorOptions, output: Output): AsyncGenerator<Finding, boolean> {
  const source = checkSourceAddress(options.allow);
  const instance = await output.during("Waiting for the instance …", checkInstance(client, options.apiUrl));
  yield instance;
  const settings = await client.getSettings().catch((error: unknown) => {
    if (instance.result === "fault") return undefined;
    throw apiFailure(error, options.apiUrl);
  });
  if (settings === undefined) return false;
  yield* checkSettings(settings, { isLocal: isLocal(options.apiUrl), token: options.token, handles: options.handles });
  const { webhookUrl, webhookUrlToken } = settings;
  const onWait = (left: number): void => output.progress(`Watching the queue for ${left} s more …`);
  yield await checkQueue(client, { watchSeconds: options.watch, isRead: Boolean(webhookUrl), onWait });
  yield source;
  if (!webhookUrl || !options.delivery) {
    yield { check: "delivery", result: "skipped", found: webhookUrl ? "--no-delivery" : "no webhookUrl is set" };
    return true;
  }
  output.progress("Delivering a test …");
  yield* await checkDelivery({
    webhookUrl,
    webhookUrlToken: webhookUrlToken ?? "",
    idInstance: Number(options.idInstance),
    timeoutMilliseconds: options.timeout * 1_000,
  });
  return true;
}

function lineOf({ check, result, found, advice }: Finding): string {
  const colours = { ok: "green", fault: "red", advice: "yellow", skipped: "dim" } as const;
  const rest = advice === undefined ? "" : `  ${style("dim", "→")} ${printable(advice, 600)}`;
  return `${style(colours[result], result.padEnd(7))}  ${check.padEnd(15)}  ${printable(found, 600)}${rest}`;
}

function isLocal(apiUrl: string | undefined): boolean {
  return apiUrl !== undefined && URL.canParse(apiUrl) && /^(localhost|127\.|\[::1\])/.test(new URL(apiUrl).hostname);
}
