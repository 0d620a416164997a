import { tracingChannel } from "node:diagnostics_channel";
import { join } from "node:path";
import { createDispatcher, createWebhookHandler } from "@greenhook/core";
import { createInbox, NotRetryable, type InboxTrace, type WorkOutcome } from "@greenhook/inbox";
import { observeGreenhook } from "@greenhook/opentelemetry";
import { context, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { PrometheusExporter, PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import { MeterProvider } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { expect, onTestFinished, test } from "vitest";
import { textMessage } from "../../support/notifications.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const canaries = ["CANARY-TOKEN", "79000000001", "CANARY-TEXT", "CANARY-NAME"];
const message = { ...textMessage("CANARY-TEXT"), senderData: { ...textMessage().senderData, senderName: "CANARY-NAME" } };

test("a run of the inbox is a span linked to its delivery's, counted once; no content in a message, a span or a metric", async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  onTestFinished(() => context.disable());
  const exporter = new InMemorySpanExporter();
  const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const prometheus = new PrometheusExporter({ preventServerStart: true });
  const inbox = createInbox({ path: join(temporaryFolder(), "inbox.db") });
  onTestFinished(() => inbox.close());
  const messages: InboxTrace[] = [];
  const note = (each: unknown): void => void messages.push(each as InboxTrace);
  const channel = tracingChannel("greenhook:inbox").asyncEnd;
  channel.subscribe(note);
  onTestFinished(() => channel.unsubscribe(note));
  const meterProvider = new MeterProvider({ readers: [prometheus] });
  const inboxes = [
    { name: "orders", inbox },
    { name: "away", inbox: { stats: () => Promise.reject(new Error("CANARY-TEXT")) } },
  ];
  onTestFinished(observeGreenhook({ tracerProvider, meterProvider, inboxes }));

  const handler = createWebhookHandler({ token: "CANARY-TOKEN", deliver: inbox.deliver, logger: false });
  const post = (value: unknown) => handler({ method: "POST", authorization: ["Bearer CANARY-TOKEN"], body: { kind: "read", value } });
  await post(message);
  await post({ ...message, idMessage: "HOPELESS" });
  const [delivery] = exporter.getFinishedSpans();

  let active: unknown;
  const outcomes: WorkOutcome[] = [];
  const deliver = createDispatcher().onText((notification) => {
    active = trace.getActiveSpan()?.spanContext().traceId;
    if (notification.idMessage === "HOPELESS") throw new NotRetryable("CANARY-TEXT");
  });
  await inbox.work(deliver, { logger: false, onOutcome: (outcome) => outcomes.push(outcome) });
  await expect.poll(() => outcomes.length, { timeout: 20_000 }).toBe(2);
  await expect.poll(() => messages.length).toBe(2);

  const spans = exporter.getFinishedSpans();
  const handlers = spans.filter(({ name }) => name === "handle incomingMessageReceived");
  const runs = spans.filter(({ attributes }) => "greenhook.inbox.outcome" in attributes);
  expect([spans.length, handlers.length, runs.length]).toEqual([6, 2, 2]);
  const [handled, hopeless] = handlers;
  const [run, died] = runs;
  expect(run?.links).toMatchObject([{ context: { spanId: delivery?.spanContext().spanId, traceId: delivery?.spanContext().traceId } }]);
  expect(handled?.parentSpanContext?.spanId).toBe(run?.spanContext().spanId);
  expect(active).toBe(hopeless?.spanContext().traceId);
  expect(run).toMatchObject({
    kind: 4,
    status: { code: 0 },
    attributes: {
      "messaging.system": "greenapi",
      "messaging.operation.type": "process",
      "messaging.message.id": message.idMessage,
      "greenhook.type_message": "textMessage",
      "greenhook.delivery.source": "webhook",
      "greenhook.inbox.attempt": 1,
      "greenhook.inbox.outcome": "handled",
    },
  });
  expect(died).toMatchObject({ status: { code: 2 }, attributes: { "greenhook.inbox.outcome": "dead", "error.type": "HANDLER_FAILED" } });

  const { resourceMetrics, errors } = await prometheus.collect();
  expect(errors).toEqual([]);
  const text = new PrometheusSerializer().serialize(resourceMetrics);
  expect(text.match(/^greenhook_deliveries_total\{.*/gm)).toEqual([
    expect.stringMatching(/outcome="stored".*source="webhook".*\} 2$/) as string,
  ]);
  expect(text).toMatch(/^greenhook_inbox_runs_total\{.*outcome="handled".*\} 1$/m);
  expect(text).toMatch(/^greenhook_inbox_runs_total\{.*outcome="dead".*\} 1$/m);
  expect(text).toMatch(/^greenhook_inbox_run_duration_count\{.*error_type="dead".*\} 1$/m);
  expect(text).toMatch(/^greenhook_inbox_depth\{.*name="orders",greenhook_inbox_state="waiting".*\} 0$/m);
  expect(text).toMatch(/^greenhook_inbox_age\{.*name="orders".*\} 0$/m);
  expect(text).toMatch(/^greenhook_inbox_dead\{.*name="orders".*\} 1$/m);
  expect(text).toMatch(/^greenhook_inbox_blocked\{.*name="orders".*\} 0$/m);
  expect(text).not.toContain("away");

  expect(messages).toMatchObject([
    { attempt: 1, idInstance: "1101000001", typeWebhook: "incomingMessageReceived", origin: "webhook", outcome: "handled" },
    { attempt: 1, outcome: "dead" },
  ]);
  const shown = JSON.stringify([
    spans.map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
    messages,
    text,
  ]);
  for (const canary of canaries) expect(shown).not.toContain(canary);
});
