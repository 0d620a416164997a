import { createReceiver, createWebhookHandler, type Deliver, type DeliveryOutcome } from "@greenhook/core";
import { Command, Option } from "commander";
import { clientOf, namesAccount, withAccountOptions, type AccountOptions } from "../account/account-options.ts";
import { CommandFailure } from "../command-failure.ts";
import { openCaptureFile } from "../files/capture-file.ts";
import { capturedLine } from "../files/read-captured.ts";
import { chooseToken } from "../listen/choose-token.ts";
import { outcomeLines } from "../listen/print-outcome.ts";
import { pollQueue } from "../listen/poll-queue.ts";
import { serveWebhook } from "../listen/serve-webhook.ts";
import { withWebhookOptions, type WebhookOptions } from "../listen/webhook-options.ts";
import { createOutput } from "../terminal/output.ts";
import { parseWholeNumber } from "../terminal/parse-number.ts";
import { stopOnSignal } from "../terminal/stop-on-signal.ts";

interface CaptureOptions extends WebhookOptions, AccountOptions {
  readonly count?: number;
  readonly json: boolean;
}

/** `greenhook capture`: appends the notifications that arrive to a file, one line each. */
export function captureCommand(): Command {
  const command = new Command("capture")
    .description("Append the notifications that arrive to a file (NDJSON), for replay; with the options of an instance, read its queue")
    .argument("<file>", "file to append to");
  return withAccountOptions(withWebhookOptions(command))
    .addOption(new Option("--count <number>", "stop after this many").argParser(parseWholeNumber("the count", 1, 1_000_000_000)))
    .addOption(new Option("--json", "print JSON lines").default(false))
    .action(capture);
}

async function capture(path: string, options: CaptureOptions): Promise<void> {
  const output = createOutput(options.json);
  const token = chooseToken(options.token);
  const client = namesAccount(options) ? clientOf(options, {}) : undefined;
  const file = await openCaptureFile(path);
  const enough = new AbortController();
  let count = 0;
  // Only what is on the disk is answered 200, or deleted from the queue.
  const deliver: Deliver = async ({ value }, { rawText, receivedAt }) => {
    await file.append(capturedLine(receivedAt, rawText ?? JSON.stringify(value)));
    count++;
    output.progress(`${count} captured`);
    if (count === options.count) enough.abort();
  };
  const onOutcome = (outcome: DeliveryOutcome): void => {
    if (outcome.status === 200) return;
    output.done();
    for (const line of outcomeLines(outcome, undefined)) output.line(line);
    const reason = outcome.error instanceof CommandFailure ? outcome.error.message : undefined;
    if (reason !== undefined) output.line(reason);
    // JSON.stringify drops the message of an Error.
    output.object({ event: "delivery", ...outcome, ...(reason === undefined ? {} : { error: reason }) });
  };
  const signal = AbortSignal.any([enough.signal, stopOnSignal(() => output.line("\nStopping"))]);
  try {
    if (client !== undefined) {
      output.line(
        `Capturing the queue of instance ${options.idInstance} to ${path}: a notification is deleted there once it is in the file`,
      );
      await pollQueue({ client, receiver: createReceiver({ deliver, logger: false }), signal, output, apiUrl: options.apiUrl });
    } else {
      const server = await serveWebhook(createWebhookHandler({ token: token.value, deliver, onOutcome, logger: false }), options);
      output.object({ event: "receiving", url: server.url, ...(token.generated ? { token: token.value } : {}) });
      output.line(`Capturing to ${path} what arrives at ${server.url}`);
      if (token.generated) output.line(`Token generated for this run: ${token.value}`);
      if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      await server.close();
    }
  } finally {
    await file.close();
    output.done();
  }
  output.line(`${count} captured to ${path}`);
  output.object({ event: "captured", count });
}
