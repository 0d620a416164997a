import type { ApiCallTrace, DeliveryTrace, HandlerTrace, TraceMessage } from "@greenhook/core";
import { metrics, SpanKind, trace, type MeterProvider, type TracerProvider } from "@opentelemetry/api";
import { apiCallAttributes, deliveryAttributes, handlerAttributes, systemAttributes } from "./attributes.ts";
import { createInstruments, observeQueues, type ObservedQueue } from "./instruments.ts";
import { subscribe } from "./subscribe.ts";
import { linkTo, spans } from "./spans.ts";

export type { ObservedQueue } from "./instruments.ts";

/** Options of {@link observeGreenhook}. */
export interface ObserveOptions {
  /** @default the global one */
  readonly tracerProvider?: TracerProvider;
  /** @default the global one */
  readonly meterProvider?: MeterProvider;
  /**
   * Instances whose queue at GREEN-API is counted, by `getWebhooksCount`, whenever metrics are read.
   *
   * @default none
   */
  readonly queues?: readonly ObservedQueue[];
}

/**
 * Makes spans and metrics of what Greenhook does: deliveries, handlers, API calls. Call it once, after the SDK is started, where the program starts. No
 * span and no metric holds content, a chat, a name or a token.
 *
 * @returns a function that ends it
 * @example
 * observeGreenhook({ queues: [{ idInstance: "1101000001", client }] });
 */
export function observeGreenhook(options: ObserveOptions = {}): () => void {
  const { tracerProvider = trace, meterProvider = metrics, queues = [] } = options;
  const tracer = tracerProvider.getTracer("@greenhook/opentelemetry");
  const meter = meterProvider.getMeter("@greenhook/opentelemetry");
  const instruments = createInstruments(meter);
  const begun = new WeakMap<TraceMessage, number>();

  const deliveries = spans<DeliveryTrace>(tracer, {
    nameOf: ({ idInstance }) => (idInstance === undefined ? "process" : `process ${idInstance}`),
    kind: SpanKind.CONSUMER,
    attributesOf: deliveryAttributes,
    linksOf: ({ traceparent }) => linkTo(traceparent),
    isError: ({ outcome }) => outcome === "failed" || outcome === "late",
  });
  const handlers = spans<HandlerTrace>(tracer, {
    nameOf: ({ typeWebhook }) => (typeWebhook === undefined ? "handle" : `handle ${typeWebhook}`),
    kind: SpanKind.INTERNAL,
    attributesOf: handlerAttributes,
    isError: ({ errorName }) => errorName !== undefined,
  });
  const calls = spans<ApiCallTrace>(tracer, {
    nameOf: ({ verb, method }) => `${verb} ${method}`,
    kind: SpanKind.CLIENT,
    attributesOf: apiCallAttributes,
    isError: ({ errorName }) => errorName !== undefined,
  });
  const ends = [
    subscribe<DeliveryTrace>("greenhook:delivery", {
      start(message) {
        deliveries.start(message);
        instruments.inFlight.add(1, systemAttributes);
      },
      end(message) {
        deliveries.end(message);
        instruments.inFlight.add(-1, systemAttributes);
        instruments.recordDelivery(message);
      },
    }),
    subscribe<HandlerTrace>("greenhook:handler", { start: handlers.start, end: handlers.end }),
    subscribe<ApiCallTrace>("greenhook:api", {
      start(message) {
        calls.start(message);
        begun.set(message, performance.now());
      },
      end(message) {
        calls.end(message);
        instruments.recordCall(message, performance.now() - (begun.get(message) ?? performance.now()));
      },
    }),
    observeQueues(meter, queues),
  ];
  return () => {
    for (const end of ends) end();
  };
}
