import type { ApiCallTrace, DeliveryTrace } from "@greenhook/core";
import type { ApiClient } from "@greenhook/core/api";
import type { Meter, UpDownCounter } from "@opentelemetry/api";
import { isSuccess, known, systemAttributes } from "./attributes.ts";

/** An instance whose queue is counted. */
export interface ObservedQueue {
  /** For the metric's attribute. */
  readonly idInstance: string;
  readonly client: Pick<ApiClient, "getWebhooksCount">;
}

export interface Instruments {
  readonly inFlight: UpDownCounter;
  readonly recordDelivery: (delivery: DeliveryTrace) => void;
  readonly recordCall: (call: ApiCallTrace, milliseconds: number) => void;
}

/** The conventions' bounds, and longer ones: handlers have 150 s. */
export const secondsOfWork: number[] = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 150];
/** GREEN-API retries every minute, for 24 hours. */
const secondsOfAge = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 21_600, 86_400];

export function createInstruments(meter: Meter): Instruments {
  const deliveries = meter.createCounter("greenhook.deliveries", {
    unit: "{delivery}",
    description: "Deliveries, by outcome and code.",
  });
  const duration = meter.createHistogram("messaging.process.duration", {
    unit: "s",
    description: "From the arrival of a delivery that is accepted to its response.",
    advice: { explicitBucketBoundaries: secondsOfWork },
  });
  const age = meter.createHistogram("greenhook.delivery.age", {
    unit: "s",
    description: "From a notification's timestamp to its arrival.",
    advice: { explicitBucketBoundaries: secondsOfAge },
  });
  const attempts = meter.createHistogram("greenhook.delivery.attempts", {
    unit: "{attempt}",
    description: "Which attempt a delivery was, where its source counts them.",
    advice: { explicitBucketBoundaries: [1, 2, 3, 5, 10, 20, 50] },
  });
  const inFlight = meter.createUpDownCounter("greenhook.deliveries.in_flight", {
    unit: "{delivery}",
    description: "Deliveries without a response yet.",
  });
  const callDuration = meter.createHistogram("greenhook.api.call.duration", {
    unit: "s",
    description: "API calls, with their retries and waits.",
    advice: { explicitBucketBoundaries: secondsOfWork },
  });
  const retries = meter.createCounter("greenhook.api.call.retries", { unit: "{retry}", description: "Retries of API calls." });
  return {
    inFlight,
    recordDelivery(delivery) {
      const { outcome, code, source, status, idInstance, typeWebhook, attempt, durationMilliseconds = 0, lagSeconds } = delivery;
      const common = known(systemAttributes, { "messaging.destination.name": idInstance });
      const counted = {
        "greenhook.delivery.outcome": outcome,
        "greenhook.delivery.code": code,
        "greenhook.delivery.source": source,
        "http.response.status_code": status,
      };
      deliveries.add(1, known(common, counted));
      const work = {
        "messaging.operation.name": "process",
        "greenhook.type_webhook": typeOf(typeWebhook, code),
        "error.type": isSuccess(delivery) ? undefined : code,
      };
      if (outcome !== "refused") duration.record(durationMilliseconds / 1_000, known(common, work));
      if (lagSeconds !== undefined) age.record(Math.max(0, lagSeconds), common);
      if (attempt !== undefined) attempts.record(attempt, common);
    },
    recordCall({ method, status, attempts: sent, errorName }, milliseconds) {
      const attributes = known({ "greenhook.api.method": method, "http.response.status_code": status, "error.type": errorName });
      callDuration.record(milliseconds / 1_000, attributes);
      if (sent > 1) retries.add(sent - 1, { "greenhook.api.method": method });
    },
  };
}

/** The kinds that are known are few; what a sender invents isn't. */
function typeOf(typeWebhook: string | undefined, code: string | undefined): string | undefined {
  return code === "UNKNOWN_TYPE" || code === "SCHEMA" ? undefined : typeWebhook;
}

/** Counts queues whenever metrics are read. A count that fails is left out. Returns a function that ends it. */
export function observeQueues(meter: Meter, queues: readonly ObservedQueue[]): () => void {
  const gauge = meter.createObservableGauge("greenhook.queue.depth", {
    unit: "{notification}",
    description: "Notifications that wait at GREEN-API.",
  });
  const observe: Parameters<typeof gauge.addCallback>[0] = async (result) => {
    await Promise.allSettled(
      queues.map(async ({ idInstance, client }) => {
        const { count } = await client.getWebhooksCount();
        result.observe(count, { ...systemAttributes, "messaging.destination.name": idInstance });
      }),
    );
  };
  if (queues.length > 0) gauge.addCallback(observe);
  return () => gauge.removeCallback(observe);
}
