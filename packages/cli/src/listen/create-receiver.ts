import { createDispatcher, createWebhookHandler, type WebhookHandler } from "@greenhook/core";
import { quarantineToDirectory } from "@greenhook/node";
import { CommandFailure } from "../command-failure.ts";
import { fileReason } from "../files/file-reason.ts";
import { DeliveryLog } from "../inspector/delivery-log.ts";
import { DeliveryRecorder } from "../inspector/delivery-recorder.ts";
import type { DeliverySource } from "../inspector/page/inspector-messages.ts";
import type { Output } from "../terminal/output.ts";
import { describeNotification } from "./describe-notification.ts";
import { FloodGate } from "./flood-gate.ts";
import { outcomeLines, summaryLine } from "./print-outcome.ts";

export interface ReceiverOptions {
  readonly token: string;
  /** A folder, or false for none. */
  readonly quarantine: string | false;
  readonly output: Output;
}

export interface Receiver {
  /** The last deliveries, for the inspector. */
  readonly log: DeliveryLog;
  /** The handler for deliveries from one source. */
  handlerFor(source: DeliverySource): WebhookHandler;
  /** Prints the pending summaries. */
  close(): void;
}

/** Creates a receiver that prints what arrives, and keeps the last deliveries in a log. */
export function createReceiver({ token, quarantine, output }: ReceiverOptions): Receiver {
  const delivered = new WeakMap<Date, { summary: string; value: unknown }>();
  const log = new DeliveryLog();
  const recorder = new DeliveryRecorder(log);
  const gate = new FloodGate({
    onSummary: (last, count) => {
      recorder.addSummary(last, count);
      output.line(summaryLine(last, count));
      output.object({ event: "refused", status: last.status, code: last.code, count });
    },
  });
  const handler = createWebhookHandler({
    token,
    ...(quarantine === false ? undefined : { quarantine: quarantineIn(quarantine) }),
    deliver: createDispatcher().onAny((parsed, { receivedAt }) => {
      recorder.onParsed(parsed);
      delivered.set(receivedAt, { summary: describeNotification(parsed), value: parsed.value });
    }),
    onOutcome: (outcome) => {
      const isShown = gate.passes(outcome);
      recorder.onOutcome(outcome, isShown);
      if (!isShown) return;
      const { summary, value } = delivered.get(outcome.receivedAt) ?? {};
      if (output.json) output.object({ event: "delivery", ...outcome, ...(value === undefined ? {} : { notification: value }) });
      else for (const line of outcomeLines(outcome, summary)) output.line(line);
    },
  });
  return { log, handlerFor: (source) => recorder.record(handler, source), close: () => gate.close() };
}

function quarantineIn(folder: string): ReturnType<typeof quarantineToDirectory> {
  try {
    return quarantineToDirectory(folder);
  } catch (error) {
    throw new CommandFailure(`Cannot create the quarantine folder "${folder}": ${fileReason(error)}`);
  }
}
