import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import {
  keyOf,
  type DeliveryOutcome,
  type OutcomeCode,
  type ParsedNotification,
  type WebhookHandler,
  type WebhookResponse,
  type WebhookBody,
  type WebhookRequest,
} from "@greenhook/core";
import { AttemptCounter } from "./attempt-counter.ts";
import { copyBody } from "./copy-body.ts";
import type { DeliveryLog } from "./delivery-log.ts";
import type { DeliverySource } from "./page/inspector-messages.ts";
import { parseBody } from "./parse-body.ts";
import { rowOf } from "./row-of.ts";

interface Recording {
  readonly chunks: Uint8Array[];
  outcome?: DeliveryOutcome;
  isShown?: boolean;
  parsed?: ParsedNotification;
}

/** Adds the deliveries of a webhook handler to a log. */
export class DeliveryRecorder {
  readonly #log: DeliveryLog;
  readonly #current = new AsyncLocalStorage<Recording>();
  readonly #attempts = new AttemptCounter();

  constructor(log: DeliveryLog) {
    this.#log = log;
  }

  /** To be called by the handler's `deliver`: saves parsing again. */
  readonly onParsed = (parsed: ParsedNotification): void => {
    const recording = this.#current.getStore();
    if (recording !== undefined) recording.parsed = parsed;
  };

  /** To be called by the handler's `onOutcome`. */
  readonly onOutcome = (outcome: DeliveryOutcome, isShown: boolean): void => {
    const recording = this.#current.getStore();
    if (recording !== undefined) recording.isShown = isShown;
    // Late ones are told by a timer that all requests share: what it runs in isn't theirs.
    if (recording !== undefined && outcome.outcome !== "late") recording.outcome = outcome;
  };

  /** The same handler, with its requests added to the log. */
  record(handler: WebhookHandler, source: DeliverySource): WebhookHandler {
    return async (request) => {
      const recording: Recording = { chunks: [] };
      const at = Date.now();
      const startedAt = performance.now();
      const body = copyBody(request.body, (chunk) => recording.chunks.push(chunk));
      const response = await this.#current.run(recording, () => handler(withBody(request, body)));
      if (recording.isShown !== false) this.#add(recording, response, { at, took: performance.now() - startedAt, source });
      return response;
    };
  }

  /** Adds one row for refusals with the same code that have no rows of their own. */
  addSummary({ status = 0, code, outcome, receivedAt }: DeliveryOutcome, count: number): void {
    const text = `${count} more within a minute`;
    const none = { took: 0, attempt: 1, issues: 0 };
    const row = {
      ...rowOf(undefined),
      ...none,
      id: this.#log.nextId,
      at: receivedAt.getTime(),
      source: "webhook",
      status,
      outcome,
      code,
      text,
    } as const;
    this.#log.add({ row, issues: [] });
  }

  #add(recording: Recording, response: WebhookResponse, known: { at: number; took: number; source: DeliverySource }): void {
    const { outcome, chunks } = recording;
    const body = chunks.length === 0 ? undefined : Buffer.concat(chunks);
    const parsed = recording.parsed ?? parseBody(body);
    const answer = outcome ?? answered(response);
    const text = answer.status === 200 && answer.outcome !== "quarantined" ? undefined : answer.message;
    const fields = readOr(() => rowOf(parsed), rowOf(undefined));
    this.#log.add({
      body,
      message: answer.message,
      position: answer.position,
      issues: answer.issues ?? parsed?.issues ?? [],
      row: {
        ...fields,
        id: this.#log.nextId,
        at: known.at,
        source: known.source,
        status: response.status,
        outcome: answer.outcome,
        code: answer.code,
        text: fields.text ?? text,
        took: Math.round((outcome?.durationMilliseconds ?? known.took) * 10) / 10,
        lag: outcome?.lagSeconds,
        attempt: body === undefined ? 1 : this.#attempts.count(keyFor(parsed, body)),
        issues: answer.issues?.length ?? 0,
      },
    });
  }
}

/** The same request with another body. Member by member: an adapter's request may have some of them from its class. */
function withBody(request: WebhookRequest, body: WebhookBody): WebhookRequest {
  const { method, authorization, contentLength, contentEncoding, remoteAddress, forwardedFor } = request;
  return { method, authorization, contentLength, contentEncoding, remoteAddress, forwardedFor, body };
}

/** What an answer alone tells. */
function answered({ status, body }: WebhookResponse): Partial<DeliveryOutcome> & { outcome: DeliveryOutcome["outcome"] } {
  const { code, message } = JSON.parse(body || "{}") as { code?: OutcomeCode; message?: string };
  const outcome = status === 200 ? "handled" : status === 503 ? "late" : status < 500 ? "refused" : "failed";
  return { outcome, status, ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
}

function keyFor(parsed: ParsedNotification | undefined, body: Uint8Array): string {
  const key = parsed === undefined || parsed.kind === "malformed" ? undefined : readOr(() => keyOf(parsed), undefined);
  return key ?? createHash("sha256").update(body).digest("base64");
}

/** The log never decides about a response: where reading a notification fails, its row shows the response alone. */
function readOr<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
