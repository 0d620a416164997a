import { traced } from "#traced";
import { lineWriter, type LogLine, type Logger } from "../logging/logger.ts";
import { addOutcome, type DeliveryTrace } from "./delivery-trace.ts";
import { describeOutcome, type DeliveryOutcome, type OutcomeDetails } from "./delivery-outcome.ts";
import { optionalFunction } from "./options.ts";
import type { Receipt } from "./receipt.ts";

/** What is done with outcomes. */
export interface ReportingOptions {
  /** Called once per arrival. Its result and errors are ignored. */
  readonly onOutcome?: ((outcome: DeliveryOutcome) => unknown) | undefined;
  /**
   * Gets a line for each delivery that is refused, fails, is late, goes to the quarantine, or is gone since nobody took it; `false` for none. Equal
   * ones (status, code, kind, instance) are counted, and written once a minute.
   *
   * @default console, from `warn` on
   */
  readonly logger?: Logger | false | undefined;
}

/** Says what became of an arrival: called once. */
export type ReportOutcome = (receipt: Receipt, details: OutcomeDetails) => void;

/** What is said of an arrival. */
export interface ArrivalReporter {
  readonly report: ReportOutcome;
  /** Logs alone, for a delivery that was reported as late before: its handler failed when nobody waited for it any more. */
  readonly logLateFailure: ReportOutcome;
  /** Present where the channel has a subscriber. */
  readonly trace: DeliveryTrace | undefined;
}

/** Runs what receives an arrival, and hands it what logs, traces and reports its outcome. */
export type WatchArrival = <Value>(toTrace: () => DeliveryTrace, run: (reporter: ArrivalReporter) => Promise<Value>) => Promise<Value>;

/** @throws TypeError if an option makes no sense. */
export function arrivalWatcher(action: string, options: ReportingOptions): WatchArrival {
  const onOutcome = optionalFunction(action, "onOutcome", options.onOutcome);
  const write = lineWriter(action, options.logger);
  const logLateFailure: ReportOutcome = (receipt, details) => write?.(lineOf(describeOutcome(receipt, details), "error", "failed late"));
  return <Value>(toTrace: () => DeliveryTrace, run: (reporter: ArrivalReporter) => Promise<Value>) =>
    traced("greenhook:delivery", toTrace, (trace) => {
      const report: ReportOutcome = (receipt, details) => {
        const level = write === undefined ? undefined : levelOf(receipt);
        if (onOutcome === undefined && level === undefined && details.tokenError === undefined && trace === undefined) return;
        const outcome = describeOutcome(receipt, details);
        if (trace !== undefined) addOutcome(trace, outcome);
        if (level !== undefined) write?.(lineOf(outcome, level));
        else if (details.tokenError !== undefined) write?.(tokenLine(outcome));
        observe(onOutcome, outcome);
      };
      return run({ report, logLateFailure, trace });
    });
}

function levelOf({ outcome, code }: Receipt): LogLine["level"] | undefined {
  if (outcome === "failed" || outcome === "late") return "error";
  if (outcome === "refused" || outcome === "quarantined") return "warn";
  if (outcome !== "ignored" || code === undefined) return undefined;
  // A kind that is new is no news to those who don't register for it; a known one that differs would have been wanted.
  return code === "UNKNOWN_TYPE" ? "info" : "warn";
}

function lineOf(
  { outcome, message = "its kind isn't known", ...rest }: DeliveryOutcome,
  level: LogLine["level"],
  what: string = outcome,
): LogLine {
  const { status, code, typeWebhook, typeMessage, idInstance, idMessage, id, durationMilliseconds } = rest;
  const isTaken = outcome !== "ignored";
  const isRetried = status !== undefined && status !== 200;
  const consequence = isRetried ? "; GREEN-API retries every minute" : "";
  return {
    level,
    event: `delivery ${isTaken ? what : "taken by nobody"}`,
    fields: { status, code, typeWebhook, typeMessage, idInstance, idMessage, id, milliseconds: Math.round(durationMilliseconds) },
    advice: message.replace(": send it again", "") + (isTaken ? consequence : "; onUnknown or a quarantine would take it"),
    ...("error" in rest ? { error: rest.error } : undefined),
  };
}

/** The delivery itself is fine: the last tokens serve on. */
function tokenLine({ id, tokenError }: DeliveryOutcome): LogLine {
  return {
    level: "warn",
    event: "token function failed",
    fields: { id },
    advice: "the last tokens serve on",
    error: tokenError,
  };
}

function observe(onOutcome: ReportingOptions["onOutcome"], outcome: DeliveryOutcome): void {
  try {
    // An observer whose promise rejects must not end the process, whichever realm or library the promise is from.
    Promise.resolve(onOutcome?.(outcome)).then(undefined, () => undefined);
  } catch {
    // Observers have no say in the response.
  }
}
