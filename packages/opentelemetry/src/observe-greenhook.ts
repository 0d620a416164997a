import type { ApiCallTrace, DeliveryTrace, HandlerTrace, TraceMessage } from "@greenhook/core";
import { metrics, SpanKind, trace, type MeterProvider, type TracerProvider } from "@opentelemetry/api";
import {
  apiCallAttributes,
  deliveryAttributes,
  handlerAttributes,
  inboxAttributes,
  isInboxFailure,
  systemAttributes,
} from "./attributes.ts";
import { inboxRunRecorder, observeInboxes, type ObservedInbox } from "./inbox-instruments.ts";
import type { InboxTrace } from "./inbox-trace.ts";
import { createInstruments, observeQueues, type ObservedQueue } from "./instruments.ts";
import { subscribe } from "./subscribe.ts";
import { linkTo, spans, traceparentOf } from "./spans.ts";

export type { ObservedInbox } from "./inbox-instruments.ts";
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
  /**
   * Inboxes whose items are counted, by `stats`, whenever metrics are read.
   *
   * @default none
   */
  readonly inboxes?: readonly ObservedInbox[];
}

/**
 * Makes spans and metrics of what Greenhook does: deliveries, handlers, API calls, the attempts of inboxes. Call it once, after the SDK is started, where the program starts. No
 * span and no metric holds content, a chat, a name or a token.
 *
 * @returns a function that ends it
 * @example
 * observeGreenhook({ queues: [{ idInstance: "1101000001", client }] });
 */
export function observeGreenhook(options: ObserveOptions = {}): () => void {
  const { tracerProvider = trace, meterProvider = metrics, queues = [], inboxes = [] } = options;
  const tracer = tracerProvider.getTracer("@greenhook/opentelemetry");
  const meter = meterProvider.getMeter("@greenhook/opentelemetry");
  const instruments = createInstruments(meter);
  const begun = new Map<TraceMessage, number>();

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
  // An attempt at a stored item is a delivery too, with the same id: it counts as an attempt alone.
  const runs = new Map<string, DeliveryTrace | undefined>();
  const attempts = spans<InboxTrace>(tracer, {
    nameOf: ({ idInstance }) => (idInstance === undefined ? "process" : `process ${idInstance}`),
    kind: SpanKind.CONSUMER,
    attributesOf: (message) => inboxAttributes(message, runs.get(message.id)),
    linksOf: ({ traceparent }) => linkTo(traceparent),
    isError: isInboxFailure,
  });
  const recordRun = inboxRunRecorder(meter);
  const ends = [
    subscribe<InboxTrace>("greenhook:inbox", {
      start(message) {
        runs.set(message.id, undefined);
        attempts.start(message);
      },
      end(message) {
        attempts.end(message);
        runs.delete(message.id);
        recordRun(message);
      },
    }),
    subscribe<DeliveryTrace>("greenhook:delivery", {
      start(message) {
        if (runs.has(message.id)) return;
        const span = deliveries.start(message);
        message.traceparent ??= traceparentOf(span);
        instruments.inFlight.add(1, systemAttributes);
      },
      end(message) {
        if (runs.has(message.id)) {
          runs.set(message.id, message);
          return;
        }
        deliveries.end(message);
        instruments.inFlight.add(-1, systemAttributes);
        instruments.recordDelivery(message);
      },
    }),
    subscribe<HandlerTrace>("greenhook:handler", {
      start: (message) => void handlers.start(message),
      end: handlers.end,
    }),
    subscribe<ApiCallTrace>("greenhook:api", {
      start(message) {
        calls.start(message);
        begun.set(message, performance.now());
      },
      end(message) {
        calls.end(message);
        instruments.recordCall(message, performance.now() - (begun.get(message) ?? performance.now()));
        begun.delete(message);
      },
    }),
    observeQueues(meter, queues),
    observeInboxes(meter, inboxes),
  ];
  return () => {
    for (const end of ends) end();
  };
}
