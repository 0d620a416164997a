import { tracingChannel } from "node:diagnostics_channel";
import { Writable } from "node:stream";
import { createDispatcher, createReceiver, createWebhookHandler, type Logger } from "@greenhook/core";
import { createApiClient } from "@greenhook/core/api";
import { observeGreenhook, type ObserveOptions } from "@greenhook/opentelemetry";
import { context, trace, type Span } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { PrometheusExporter, PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import { MeterProvider } from "@opentelemetry/sdk-metrics";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { pino } from "pino";
import winston from "winston";
import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { textMessage } from "../support/notifications.ts";
import { fast, startLocalApi } from "../core/api/local-api.ts";

const canaries = ["CANARY-TOKEN", "79000000001", "CANARY-TEXT", "CANARY-NAME"];
const message = { ...textMessage("CANARY-TEXT"), senderData: { ...textMessage().senderData, senderName: "CANARY-NAME" } };

const exporter = new InMemorySpanExporter();
const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
let prometheus: PrometheusExporter;
let options: ObserveOptions;

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  return () => context.disable();
});
beforeEach(() => {
  exporter.reset();
  prometheus = new PrometheusExporter({ preventServerStart: true });
  options = { tracerProvider, meterProvider: new MeterProvider({ readers: [prometheus] }) };
});

/** What Prometheus would read. */
async function metricsText(): Promise<string> {
  const { resourceMetrics, errors } = await prometheus.collect();
  expect(errors).toEqual([]);
  return new PrometheusSerializer().serialize(resourceMetrics);
}

/** What exporters get of a span, without its resource. */
const shown = ({ name, kind, status, attributes, events, links }: ReadableSpan) => ({ name, kind, status, attributes, events, links });

/** An error with a stack, as a user's handler throws it. */
const thrown = new RangeError("mine");
const failing = (logger: Logger) =>
  createWebhookHandler({
    token: "CANARY-TOKEN",
    logger,
    deliver: () => {
      throw thrown;
    },
  });

test("pino gets the fields as data, and the error with its stack", async () => {
  const lines: string[] = [];
  await failing(pino({ base: null }, { write: (line) => void lines.push(line) }))(post(message));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: 50,
    status: 500,
    code: "HANDLER_FAILED",
    typeWebhook: "incomingMessageReceived",
    idInstance: "1101000001",
    idMessage: message.idMessage,
    err: { type: "RangeError", message: "mine", stack: thrown.stack },
    msg: "greenhook: delivery failed: The handler failed; GREEN-API retries every minute",
  });
});

test("winston gets a line, and the error with its stack", async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const logger = winston.createLogger({ format: winston.format.json(), transports: [new winston.transports.Stream({ stream })] });
  await failing(logger)(post(message));
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: "error",
    message: expect.stringMatching(
      /^greenhook: delivery failed status=500 code=HANDLER_FAILED .*: The handler failed; .* mine$/,
    ) as unknown,
    stack: thrown.stack,
  });
});

test("no message of a channel holds content, and none is made without a subscriber", async () => {
  const messages: string[] = [];
  const deliver = createDispatcher().onAny(() => {
    throw thrown;
  });
  const handler = createWebhookHandler({ token: "CANARY-TOKEN", deliver, logger: false });
  const note = (kind: string) => (message: unknown) => void messages.push(`${kind} ${JSON.stringify(message)}`);
  const subscribers = {
    start: note("start"),
    end: note("end"),
    asyncStart: note("asyncStart"),
    asyncEnd: note("asyncEnd"),
    error: note("error"),
  };
  const channels = ["greenhook:delivery", "greenhook:handler"].map((name) => tracingChannel(name));
  for (const channel of channels) channel.subscribe(subscribers);
  await handler(post(message));
  for (const channel of channels) channel.unsubscribe(subscribers);
  await handler(post(message));
  const kinds = messages.map((line) => line.split(" ")[0]);
  expect(kinds).toEqual(["start", "end", "start", "end", "error", "asyncStart", "asyncEnd", "asyncStart", "asyncEnd"]);
  expect(messages[4]).toContain('"errorName":"RangeError"');
  expect(messages.at(-1)).toContain('"outcome":"failed"');
  for (const canary of [...canaries, "mine"]) expect(messages.join("\n")).not.toContain(canary);
});

const post = (value: unknown, token = "CANARY-TOKEN") =>
  ({ method: "POST", authorization: [`Bearer ${token}`], body: { kind: "read", value } }) as const;

test("a delivery is a consumer's span, its handlers' spans are below it, and below them what they do", async () => {
  onTestFinished(observeGreenhook(options));
  let active: Span | undefined;
  const deliver = createDispatcher()
    .onText(async () => {
      await Promise.resolve();
      active = trace.getActiveSpan();
    })
    .onAny(() => {
      throw new RangeError("CANARY-TEXT");
    });
  const handler = createWebhookHandler({ token: "CANARY-TOKEN", deliver, logger: false });
  const outer = tracerProvider.getTracer("tests").startSpan("outer");
  const { status } = await context.with(trace.setSpan(context.active(), outer), () => handler(post(message)));
  expect(status).toBe(500);
  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ name }) => name)).toEqual(["handle incomingMessageReceived", "handle incomingMessageReceived", "process 1101000001"]);
  const delivery = spans.at(-1)!;
  expect(delivery.parentSpanContext?.spanId).toBe(outer.spanContext().spanId);
  for (const each of spans.slice(0, 2)) expect(each.parentSpanContext?.spanId).toBe(delivery.spanContext().spanId);
  expect(spans.map((span) => span.spanContext().spanId)).toContain(active?.spanContext().spanId);
  expect(shown(delivery)).toMatchObject({
    kind: 4,
    status: { code: 2 },
    attributes: {
      "messaging.system": "greenapi",
      "messaging.operation.type": "process",
      "messaging.operation.name": "process",
      "messaging.destination.name": "1101000001",
      "messaging.message.id": message.idMessage,
      "http.response.status_code": 500,
      "error.type": "HANDLER_FAILED",
      "greenhook.delivery.outcome": "failed",
      "greenhook.delivery.source": "webhook",
      "greenhook.type_webhook": "incomingMessageReceived",
      "greenhook.type_message": "textMessage",
    },
  });
  expect(spans.map(({ status: { code }, attributes }) => [code, attributes["error.type"]])).toContainEqual([2, "RangeError"]);
  for (const canary of canaries) expect(JSON.stringify(spans.map(shown))).not.toContain(canary);
});

test("a delivery with a stored trace context is linked to it", async () => {
  onTestFinished(observeGreenhook(options));
  const receiver = createReceiver({ deliver: () => undefined, logger: false });
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  for (const each of [traceparent, "00-1-2-3"])
    await receiver.receive({ body: { kind: "value", value: message }, source: "inbox", origin: "webhook", attempt: 3, traceparent: each });
  const [first, second] = exporter.getFinishedSpans();
  expect(first?.links).toMatchObject([
    { context: { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331", traceFlags: 1, isRemote: true } },
  ]);
  expect(first?.attributes).toMatchObject({ "greenhook.delivery.source": "inbox", "greenhook.delivery.attempt": 3 });
  expect(second?.links).toEqual([]);
});

test("an API call is a client's span, with its retries and its error, and without its token", async () => {
  onTestFinished(observeGreenhook(options));
  let calls = 0;
  const api = await startLocalApi((_, response) => {
    calls += 1;
    response.statusCode = calls === 1 ? 502 : calls === 2 ? 200 : 401;
    response.end(calls === 2 ? '{"stateInstance":"authorized"}' : "");
  });
  const client = createApiClient({
    apiUrl: api.url,
    idInstance: 1101000001,
    apiTokenInstance: "CANARY-TOKEN",
    maxBackoffMilliseconds: 1,
    callsPerSecond: fast,
    logger: false,
  });
  await client.getStateInstance();
  await expect(client.sendMessage({ chatId: "79000000001@c.us", message: "CANARY-TEXT" })).rejects.toThrow("sendMessage");
  const spans = exporter.getFinishedSpans();
  expect(spans.map(shown)).toMatchObject([
    {
      name: "GET getStateInstance",
      kind: 2,
      status: { code: 0 },
      attributes: {
        "http.request.method": "GET",
        "server.address": new URL(api.url).host,
        "http.response.status_code": 200,
        "http.request.resend_count": 1,
        "url.template": "/waInstance{idInstance}/getStateInstance/{apiTokenInstance}",
      },
    },
    {
      name: "POST sendMessage",
      status: { code: 2 },
      attributes: { "http.response.status_code": 401, "error.type": "ApiAuthorizationError" },
    },
  ]);
  const text = await metricsText();
  expect(text).toContain('greenhook_api_call_retries_total{greenhook_api_method="getStateInstance"');
  for (const canary of canaries) expect(JSON.stringify(spans.map(shown)) + text).not.toContain(canary);
});

test("Prometheus reads outcomes, durations, ages, what is in flight, and how much waits in a queue", async () => {
  const queues = [
    { idInstance: "1101000001", client: { getWebhooksCount: () => Promise.resolve({ count: 7 }) } },
    { idInstance: "1101000002", client: { getWebhooksCount: () => Promise.reject(new Error("CANARY-TOKEN")) } },
  ];
  onTestFinished(observeGreenhook({ ...options, queues }));
  const deliver = createDispatcher().on("incomingCall", () => {
    throw new Error("CANARY-TEXT");
  });
  const handler = createWebhookHandler({ token: "CANARY-TOKEN", deliver, logger: false });
  const timestamp = Math.floor(Date.now() / 1_000) - 90;
  const call = {
    typeWebhook: "incomingCall",
    instanceData: message.instanceData,
    timestamp,
    idMessage: "CALL",
    from: "79000000001@c.us",
    status: "offer",
  };
  const late = handler(post({ ...message, timestamp }));
  for (const request of [post(call), post(message, "wrong"), post({ ...message, typeWebhook: "invented" }), post("no notification")])
    await handler(request);
  await late;
  const text = await metricsText();
  const counted = (outcome: string, code: string) =>
    new RegExp(`^greenhook_deliveries_total\\{.*outcome="${outcome}",greenhook_delivery_code="${code}".*\\} 1$`, "m");
  expect(text).toMatch(counted("failed", "HANDLER_FAILED"));
  expect(text).toMatch(counted("refused", "AUTH_INVALID"));
  expect(text).toMatch(counted("ignored", "UNKNOWN_TYPE"));
  expect(text).toMatch(/^greenhook_delivery_age_bucket\{.*le="120".*\} 2$/m);
  expect(text).toMatch(/^messaging_process_duration_count\{.*greenhook_type_webhook="incomingCall",error_type="HANDLER_FAILED".*\} 1$/m);
  expect(text).toMatch(/^greenhook_deliveries_in_flight\{.*\} 0$/m);
  expect(text).toMatch(/^greenhook_queue_depth\{.*1101000001.*\} 7$/m);
  // What a sender invents is no label.
  for (const canary of [...canaries, "invented"]) expect(text).not.toContain(canary);
});

test("what began before is not ended, and after the end there is nothing", async () => {
  let release = (): void => {};
  let runs = 0;
  const handler = createWebhookHandler({
    token: "CANARY-TOKEN",
    deliver: () =>
      new Promise<void>((resolve) => {
        release = resolve;
        runs += 1;
      }),
    logger: false,
  });
  const early = handler(post(message));
  await vi.waitFor(() => expect(runs).toBe(1));
  const stop = observeGreenhook(options);
  release();
  await early;
  stop();
  const after = handler(post({ ...message, idMessage: "another" }));
  await vi.waitFor(() => expect(runs).toBe(2));
  release();
  await after;
  expect(exporter.getFinishedSpans()).toEqual([]);
});
