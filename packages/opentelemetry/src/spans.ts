import type { TraceMessage } from "@greenhook/core";
import {
  context,
  isSpanContextValid,
  SpanStatusCode,
  trace,
  type Attributes,
  type Link,
  type Span,
  type SpanKind,
  type Tracer,
} from "@opentelemetry/api";

interface SpanPlan<Message> {
  readonly nameOf: (message: Message) => string;
  readonly kind: SpanKind;
  readonly attributesOf: (message: Message) => Attributes;
  readonly linksOf?: (message: Message) => Link[];
  readonly isError: (message: Message) => boolean;
}

/** A span for each message, active while what it traces runs. */
export function spans<Message extends TraceMessage>(
  tracer: Tracer,
  { nameOf, kind, attributesOf, linksOf = () => [], isError }: SpanPlan<Message>,
): { readonly start: (message: Message) => Span; readonly end: (message: Message) => void } {
  const open = new Map<Message, Span>();
  return {
    start(message) {
      const span = tracer.startSpan(nameOf(message), { kind, attributes: attributesOf(message), links: linksOf(message) });
      open.set(message, span);
      const active = trace.setSpan(context.active(), span);
      const { run = (next) => next() } = message;
      message.run = (next) => context.with(active, () => run(next));
      return span;
    },
    end(message) {
      const span = open.get(message);
      if (span === undefined) return;
      open.delete(message);
      // Most is known only now: a delivery's instance, a call's status.
      span.updateName(nameOf(message));
      span.setAttributes(attributesOf(message));
      if (isError(message)) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** The W3C trace context of a span; `undefined` for one of no tracer. */
export function traceparentOf(span: Span): string | undefined {
  const spanContext = span.spanContext();
  if (!isSpanContextValid(spanContext)) return undefined;
  const { traceId, spanId, traceFlags } = spanContext;
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
}

/** A link to the span of a W3C trace context. */
export function linkTo(traceparent: string | undefined): Link[] {
  const parts = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(traceparent ?? "");
  if (parts === null) return [];
  const [, traceId, spanId, flags] = parts as unknown as [string, string, string, string];
  return [{ context: { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true } }];
}
