import type { TraceMessage } from "../runtime/trace-message.ts";
import type { DeliveryContext, DeliverySource } from "./delivery-context.ts";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import { factsOf, type NotificationFacts } from "./notification-facts.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";

/**
 * The message of the tracing channel `greenhook:delivery`: an arrival's way to its outcome. What isn't known before is there at the end. A delivery
 * throws nothing: `outcome` says what became of it.
 */
export interface DeliveryTrace extends TraceMessage, Partial<Pick<DeliveryOutcome, (typeof traced)[number]>> {
  readonly id: string;
  readonly receivedAt: Date;
  readonly source: DeliverySource;
  readonly origin: DeliverySource;
  readonly attempt?: number | undefined;
  /**
   * A W3C trace context, where the source kept one. Where it didn't, a subscriber may set the one of its span while it handles `start`: handlers
   * get it, and an inbox stores it.
   */
  traceparent?: string | undefined;
}

/** The message of the tracing channel `greenhook:handler`: one handler of a dispatcher. */
export interface HandlerTrace extends TraceMessage, Omit<NotificationFacts, "sentAt"> {
  /** The delivery's. */
  readonly id: string;
  readonly source: DeliverySource;
  readonly attempt?: number | undefined;
}

/** Of an outcome, what holds no error, no address and nothing of a body. */
const traced = [
  "outcome",
  "joined",
  "status",
  "code",
  "typeWebhook",
  "typeMessage",
  "idInstance",
  "idMessage",
  "durationMilliseconds",
  "lagSeconds",
  "tokenIndex",
] as const;

export function addOutcome(trace: DeliveryTrace, outcome: DeliveryOutcome): void {
  // The same names with the same types.
  const added = trace as unknown as Record<string, unknown>;
  for (const key of traced) if (outcome[key] !== undefined) added[key] = outcome[key];
}

export function handlerTraceOf(parsed: KnownNotification | UnknownNotification, { id, source, attempt }: DeliveryContext): HandlerTrace {
  const { typeWebhook, typeMessage, idInstance, idMessage } = factsOf(parsed);
  return { typeWebhook, typeMessage, idInstance, idMessage, id, source, attempt };
}
