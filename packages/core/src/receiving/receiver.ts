import type { MalformedNotification, ParsedNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import type { Arrival, ArrivalBody } from "./arrival.ts";
import { decodeJson } from "./decode-json.ts";
import { DeliveriesInFlight } from "./deliveries-in-flight.ts";
import { deliverOf, type Deliver } from "./deliver.ts";
import { checkOptionNames } from "../runtime/check-option-names.ts";
import { optionalFunction, positiveNumber } from "./options.ts";
import { parseNotification } from "./parse-notification.ts";
import type { Quarantine } from "./quarantine.ts";
import { acceptedReceipt, refusedReceipt, schemaMessage, type Outcome, type Receipt } from "./receipt.ts";
import { Refusal, type Rejected } from "./refusal.ts";
import { arrivalWatcher, type ArrivalReporter, type ReportingOptions } from "./report-outcome.ts";
import { Waiter } from "./waiter.ts";

/** Takes notifications in, whichever way they arrive. */
export interface Receiver {
  /** Decodes, parses and delivers; what can't be delivered goes to the quarantine. Never rejects: the receipt says what became of it. */
  receive(arrival: Arrival): Promise<Receipt>;
}

/** A receiver as our own callers see it: with a waiter of theirs, which may stop waiting. They report the outcome themselves. */
export interface WaitingReceiver extends Receiver {
  receive(arrival: Arrival, waiter?: Waiter): Promise<Receipt>;
}

/**
 * Options of {@link createReceiver}. Its `onOutcome` and `logger` are for calls of `receive` by code of your own: what a webhook handler receives is
 * reported by that handler's.
 */
export interface ReceiverOptions extends ReportingOptions {
  /** Where notifications go: a dispatcher, or a function. */
  readonly deliver: Deliver | { readonly deliver: Deliver };
  /** Keeps what can't be delivered. @default none: it is refused, or ignored where it is a notification of a known kind that differs */
  readonly quarantine?: Quarantine | undefined;
  /**
   * How long a run that nobody waits for any more still takes the redelivery of its notification, in milliseconds from when the last sender was
   * told to come again; after it the next redelivery starts a run of its own. Keep it above the 60 s after which GREEN-API sends again. 0: never.
   *
   * @default 300_000
   */
  readonly joinMilliseconds?: number | undefined;
}

/**
 * Makes a receiver: the one way of a notification, from its bytes to its receipt, that webhooks, polling, replays and the inbox share. Sources
 * that share a receiver share its runs: the same notification arriving twice at once is delivered once.
 *
 * @throws TypeError if an option is missing or makes no sense.
 *
 * @example
 * const receiver = createReceiver({ deliver: createDispatcher().onText((notification, text) => console.log(text)) });
 * const { outcome } = await receiver.receive({ body: { kind: "text", text: json }, source: "direct" });
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  checkOptionNames("create the receiver", options, optionNames);
  const quarantine = optionalFunction("create the receiver", "quarantine", options.quarantine);
  const watch = arrivalWatcher("create the receiver", options);
  const joinMilliseconds = options.joinMilliseconds ?? 300_000;
  if (joinMilliseconds !== 0) positiveNumber("create the receiver", "joinMilliseconds", joinMilliseconds);
  const deliveries = new DeliveriesInFlight(deliverOf(options.deliver, "create the receiver"), joinMilliseconds);

  /** A notification's way, from its bytes to its receipt. */
  async function receive(arrival: Arrival, id: string, waiter: Waiter): Promise<Receipt> {
    const receivedAt = arrival.receivedAt ?? new Date();
    try {
      if (waiter.left) throw new Refusal("DEADLINE");
      const { value, rawText } = decodeJson(arrival.body);
      const parsed = parseNotification(value);
      const { idInstance, idMessage } = waiter.note(parsed);
      if (parsed.kind === "malformed") throw schemaRefusal(parsed, arrival.body);
      const { source, origin = source, attempt, traceparent, missing } = arrival;
      const result = await deliveries.deliver(
        parsed,
        {
          id,
          receivedAt,
          source,
          origin,
          idInstance,
          idMessage,
          rawText,
          attempt,
          traceparent,
          missing,
        },
        waiter,
      );
      const outcome = outcomeOf(parsed, result);
      // Nobody took what differs too much from its kind to be typed: the quarantine keeps it, if there is one.
      if (outcome === "ignored" && parsed.issues !== undefined && parsed.kind === "unknown" && quarantine !== undefined)
        throw schemaRefusal(parsed, arrival.body);
      return acceptedReceipt(parsed, outcome, id, waiter.joined);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal("INTERNAL", { cause: error });
      const { code, issues, rejected } = refusal;
      const receipt = refused(refusal, id, waiter);
      if (rejected === undefined || quarantine === undefined || waiter.left) return receipt;
      try {
        const keep = (): unknown => quarantine({ code, ...rejected, ...(issues === undefined ? undefined : { issues }), receivedAt });
        await (waiter.run === undefined ? keep() : waiter.run.keepOnce(keep));
        return { ...receipt, outcome: "quarantined" };
      } catch (cause) {
        return refused(new Refusal("QUARANTINE_FAILED", { cause }), id, waiter);
      }
    }
  }

  /** For callers without a waiter: the arrival's signal tells when they stop waiting, and the outcome is reported here. */
  async function receiveDirectly(arrival: Arrival, id: string, reporter: ArrivalReporter): Promise<Receipt> {
    const waiter = new Waiter();
    const { signal, receivedAt = new Date() } = arrival;
    const startedAt = performance.now();
    const leave = (): void => waiter.leave();
    if (signal?.aborted === true) leave();
    signal?.addEventListener("abort", leave, { once: true });
    const traceparent = reporter.trace?.traceparent ?? arrival.traceparent;
    const receipt = await receive({ ...arrival, receivedAt, traceparent }, id, waiter);
    signal?.removeEventListener("abort", leave);
    reporter.report(receipt, { facts: waiter.facts, receivedAt, durationMilliseconds: performance.now() - startedAt });
    return receipt;
  }

  const receiver: WaitingReceiver = {
    receive(arrival, waiter) {
      const id = arrival.id ?? crypto.randomUUID();
      if (waiter !== undefined) return receive(arrival, id, waiter);
      const { source, origin = source, attempt, traceparent, receivedAt = new Date() } = arrival;
      return watch(
        () => ({ id, receivedAt, source, origin, attempt, traceparent }),
        (reporter) => receiveDirectly({ ...arrival, receivedAt }, id, reporter),
      );
    },
  };
  return receiver;
}

const optionNames: Readonly<Record<keyof ReceiverOptions, true>> = {
  deliver: true,
  quarantine: true,
  joinMilliseconds: true,
  onOutcome: true,
  logger: true,
};

function refused(refusal: Refusal, id: string, { parsed, joined }: Waiter): Receipt {
  return { ...refusedReceipt(refusal, id), joined, ...(parsed === undefined ? undefined : { parsed }) };
}

function outcomeOf({ kind }: ParsedNotification, result: unknown): Outcome {
  if (result === "ignored" || result === "duplicate" || result === "stored") return result;
  return kind === "unknown" ? "unknown" : "handled";
}

/** The refusal of what is no notification, or of one that differs too much from its kind. */
function schemaRefusal(parsed: MalformedNotification | UnknownNotification, body: ArrivalBody): Refusal {
  const { issues = [] } = parsed;
  const { typeWebhook, issuesOmitted } = parsed.kind === "unknown" ? parsed : {};
  return new Refusal("SCHEMA", { message: schemaMessage(typeWebhook, issues), issues, issuesOmitted, rejected: rejectedOf(body) });
}

/** What the quarantine gets of a body. */
function rejectedOf(body: ArrivalBody): Rejected {
  if (body.kind === "bytes") return { bytes: body.bytes };
  return { value: body.kind === "text" ? body.text : body.value };
}
