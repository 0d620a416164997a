import { createHash } from "node:crypto";
import {
  keyOf,
  sentAt,
  type Arrival,
  type DeliverySource,
  type ParsedNotification,
  type Receipt,
  type Receiver,
  type WebhookBody,
  type WebhookHandler,
  type WebhookRequest,
} from "@greenhook/core";
import { rowOf } from "../reading/row-of.ts";
import { AttemptCounter } from "./attempt-counter.ts";
import { ByteCollector } from "./byte-collector.ts";
import { copyBody } from "./copy-body.ts";
import type { DeliveryLog } from "./delivery-log.ts";
import type { DriftReport } from "../reading/drift-report.ts";
import { FloodGate } from "./flood-gate.ts";
import type { InspectedDelivery } from "./inspected-delivery.ts";
import { readNotification } from "./read-notification.ts";
import { responseOutcome } from "./response-outcome.ts";

/** A delivery, and what it was. */
interface Recording extends Omit<InspectedDelivery, "attempt" | "lagSeconds" | "issues"> {
  readonly body?: Uint8Array | undefined;
  readonly contentEncoding?: string | undefined;
}

/** Adds the deliveries of webhook handlers and receivers to a log. */
export class DeliveryRecorder {
  readonly #log: DeliveryLog;
  readonly #drift: DriftReport;
  readonly #onDelivery: ((delivery: InspectedDelivery) => void) | undefined;
  readonly #attempts = new AttemptCounter();
  readonly #gate = new FloodGate<Recording>({ onSummary: (last, count) => this.#add({ ...last, count, receivedAt: new Date() }) });

  constructor(log: DeliveryLog, drift: DriftReport, onDelivery?: (delivery: InspectedDelivery) => void) {
    this.#log = log;
    this.#drift = drift;
    this.#onDelivery = onDelivery;
  }

  /** The same handler, with its requests added to the log. */
  handler(handler: WebhookHandler, source: DeliverySource): WebhookHandler {
    return async (request) => {
      const receivedAt = new Date();
      const startedAt = performance.now();
      const { remoteAddress, contentEncoding } = request;
      const collector = new ByteCollector();
      const response = await handler(
        withBody(
          request,
          copyBody(request.body, (chunk) => collector.add(chunk)),
        ),
      );
      const durationMilliseconds = performance.now() - startedAt;
      const { status } = response;
      const body = collector.bytes;
      const recording = {
        ...responseOutcome(response),
        status,
        body,
        contentEncoding,
        receivedAt,
        durationMilliseconds,
        remoteAddress,
        source,
      };
      void this.#record(recording);
      return response;
    };
  }

  /** The same receiver, with its arrivals added to the log. */
  receiver(receiver: Receiver): Receiver {
    return {
      receive: async (arrival) => {
        const receivedAt = arrival.receivedAt ?? new Date();
        const startedAt = performance.now();
        const receipt = await receiver.receive(arrival);
        const durationMilliseconds = performance.now() - startedAt;
        const { outcome, code, message, position, parsed } = receipt;
        const details = { status: statusOf(receipt), outcome, code, message, position, parsed };
        this.#add({ ...details, body: bytesOf(arrival), receivedAt, durationMilliseconds, source: arrival.source });
        return receipt;
      },
    };
  }

  /** Adds what is still held back. */
  close(): void {
    this.#gate.close();
  }

  /** Never rejects: the log has no say in the response. */
  async #record(recording: Recording): Promise<void> {
    if (!this.#gate.passes(recording)) return;
    const { body, contentEncoding } = recording;
    const read = body === undefined ? undefined : await readNotification(body, contentEncoding);
    this.#add({ ...recording, parsed: read?.parsed });
  }

  #add(recording: Recording): void {
    const { body, contentEncoding, ...seen } = recording;
    const { parsed, receivedAt } = seen;
    const at = parsed === undefined || parsed.kind === "malformed" ? undefined : sentAt(parsed);
    const delivery: InspectedDelivery = {
      ...seen,
      issues: parsed?.issues ?? [],
      lagSeconds: at === undefined ? undefined : (receivedAt.getTime() - at.getTime()) / 1000,
      attempt: body === undefined ? 1 : this.#attempts.count(keyFor(parsed, body)),
    };
    if (parsed !== undefined && delivery.source !== "replay") this.#drift.add(parsed);
    const { message, position, issues } = delivery;
    const row = { ...rowOf(delivery), id: this.#log.nextId };
    this.#log.add({ row, body, contentEncoding, message, position, issues });
    try {
      this.#onDelivery?.(delivery);
    } catch {
      // Its errors are ignored: observers have no say in the response.
    }
  }
}

/** The same request with another body. Member by member: an adapter's request may inherit some of them. */
function withBody(request: WebhookRequest, body: WebhookBody): WebhookRequest {
  const { method, authorization, contentLength, contentEncoding, remoteAddress, forwardedFor } = request;
  return { method, authorization, contentLength, contentEncoding, remoteAddress, forwardedFor, body };
}

function bytesOf({ body }: Arrival): Uint8Array | undefined {
  switch (body.kind) {
    case "bytes":
      return body.bytes;
    case "text":
      return Buffer.from(body.text);
    case "value":
      return Buffer.from(JSON.stringify(body.value) ?? "");
  }
}

/** The status that a webhook would have had. */
function statusOf({ outcome }: Receipt): number {
  if (outcome === "refused") return 400;
  if (outcome === "failed") return 500;
  return outcome === "late" ? 503 : 200;
}

function keyFor(parsed: ParsedNotification | undefined, body: Uint8Array): string {
  if (parsed !== undefined && parsed.kind !== "malformed") return keyOf(parsed);
  return createHash("sha256").update(body).digest("base64");
}
