import type { ApiCallTrace, DeliveryTrace, HandlerTrace } from "@greenhook/core";
import type { Attributes } from "@opentelemetry/api";
import type { InboxTrace } from "./inbox-trace.ts";

/** Attributes in one object, without what isn't known: exporters show `undefined` as an empty text. */
export function known(...parts: readonly Attributes[]): Attributes {
  const given: Attributes = {};
  // Several times for each delivery: spread and entries would be most of what a span costs.
  for (const part of parts) for (const name in part) if (part[name] !== undefined) given[name] = part[name];
  return given;
}

/** The conventions' name for what GREEN-API is. */
export const systemAttributes: Attributes = { "messaging.system": "greenapi" };

/** @see https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/ */
export function deliveryAttributes(message: DeliveryTrace): Attributes {
  const { id, source, attempt, outcome, status, code, joined, lagSeconds } = message;
  return known(handlerAttributes(message), {
    "messaging.operation.type": "process",
    "messaging.operation.name": "process",
    "http.response.status_code": status,
    "error.type": isSuccess(message) ? undefined : code,
    "greenhook.delivery.id": id,
    "greenhook.delivery.source": source,
    "greenhook.delivery.attempt": attempt,
    "greenhook.delivery.outcome": outcome,
    "greenhook.delivery.code": code,
    "greenhook.delivery.joined": joined,
    "greenhook.delivery.age": lagSeconds,
  });
}

/** Whether a delivery needs no retry. `true` before its end. */
export function isSuccess({ outcome }: DeliveryTrace): boolean {
  return outcome !== "failed" && outcome !== "late" && outcome !== "refused";
}

export function handlerAttributes(message: DeliveryTrace | HandlerTrace): Attributes {
  const { idInstance, idMessage, typeWebhook, typeMessage, errorName } = message;
  return known(systemAttributes, {
    "messaging.destination.name": idInstance,
    "messaging.message.id": idMessage,
    "greenhook.type_webhook": typeWebhook,
    "greenhook.type_message": typeMessage,
    "error.type": errorName,
  });
}

/** @see https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/ */
export function inboxAttributes(message: InboxTrace, delivery: DeliveryTrace | undefined): Attributes {
  const { id, itemId, attempt, outcome, origin, idInstance, typeWebhook, errorName } = message;
  return known(systemAttributes, {
    "messaging.destination.name": idInstance,
    "messaging.message.id": delivery?.idMessage,
    "messaging.operation.type": "process",
    "messaging.operation.name": "process",
    "error.type": errorName ?? (isInboxFailure(message) ? (delivery?.code ?? outcome) : undefined),
    "greenhook.type_webhook": typeWebhook,
    "greenhook.type_message": delivery?.typeMessage,
    "greenhook.delivery.id": id,
    "greenhook.delivery.source": origin,
    "greenhook.inbox.item.id": itemId,
    "greenhook.inbox.attempt": attempt,
    "greenhook.inbox.outcome": outcome,
  });
}

export function isInboxFailure({ outcome }: InboxTrace): boolean {
  return outcome === "failed" || outcome === "dead";
}

/** @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/ */
export function apiCallAttributes({ method, verb, host, idInstance, attempts, status, errorName }: ApiCallTrace): Attributes {
  return known({
    "http.request.method": verb,
    "server.address": host,
    "url.template": `/waInstance{idInstance}/${method}/{apiTokenInstance}`,
    "http.response.status_code": status,
    "http.request.resend_count": attempts > 1 ? attempts - 1 : undefined,
    "error.type": errorName,
    "greenhook.api.method": method,
    "greenhook.instance": idInstance,
  });
}
