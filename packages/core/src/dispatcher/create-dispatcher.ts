import { schemaOfKind } from "../notifications/schema-of-kind.ts";
import { choiceOf } from "../readers/choice-of.ts";
import { textOf } from "../readers/text-of.ts";
import { directContext, type DeliveryContext } from "../receiving/delivery-context.ts";
import { isParsed } from "../notifications/is-parsed.ts";
import type { KnownNotification, ParsedNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { parseNotification } from "../receiving/parse-notification.ts";
import { schemaMessage } from "../receiving/receipt.ts";
import type { Dispatcher, DispatchResult, RegisteredKind, RegistrationOptions } from "./dispatcher.ts";
import { RoutingTable, skipped, type Registration } from "./routing-table.ts";

/**
 * Makes a dispatcher: an object to register handlers on, and the `deliver` that runs them.
 *
 * @throws TypeError from `on…` for a name that isn't a kind of notification or message.
 *
 * @example
 * const dispatcher = createDispatcher()
 *   .onText((notification, text) => console.log(notification.senderData.chatId, text))
 *   .on("stateInstanceChanged", ({ stateInstance }) => console.log(stateInstance));
 */
export function createDispatcher(): Dispatcher {
  const table = new RoutingTable();

  async function deliver(notification: unknown, given?: Partial<DeliveryContext>): Promise<DispatchResult> {
    const parsed = parsedOf(notification);
    const context = directContext(given);
    const route = table.routeOf(parsed);
    const [only] = route;
    if (only === undefined) return "ignored";
    if (route.length === 1) {
      const returned = only.handle(parsed, context);
      if (returned === skipped) return "ignored";
      await returned;
    } else {
      const settled = await Promise.allSettled(route.map(async (registration) => registration.handle(parsed, context)));
      const failures = settled.filter((result) => result.status === "rejected").map((result) => result.reason as unknown);
      if (failures.length === 1) throw failures[0];
      if (failures.length > 1) throw new AggregateError(failures, `${failures.length} of ${route.length} handlers failed`);
      if (settled.every((result) => result.status === "fulfilled" && result.value === skipped)) return "ignored";
    }
    return isOnlyObserved(parsed, context, route) ? "ignored" : "handled";
  }

  function add(registration: Registration, options: RegistrationOptions | undefined): Dispatcher {
    const signal = options?.signal;
    if (signal?.aborted === true) return dispatcher;
    table.add(registration);
    signal?.addEventListener("abort", () => table.remove(registration), { once: true });
    return dispatcher;
  }

  const dispatcher: Dispatcher = {
    on(typeWebhook, handler, options) {
      assertKnownKind("typeWebhook", typeWebhook, schemaOfKind(typeWebhook, "textMessage"));
      // The routing table hands over notifications of this kind alone; the same holds for the casts below.
      const handle: Registration["handle"] = (parsed, context) =>
        parsed.kind === "known" ? handler(parsed.notification as Parameters<typeof handler>[0], context) : skipped;
      return add({ kinds: [{ typeWebhook }], handle }, options);
    },
    onText(handler, options) {
      const handle: Registration["handle"] = (parsed, context) => {
        if (parsed.kind !== "known" || parsed.notification.typeWebhook !== "incomingMessageReceived") return skipped;
        const text = textOf(parsed.notification);
        return text === undefined ? skipped : handler(parsed.notification, text, context);
      };
      return add({ kinds: [{ typeWebhook: "incomingMessageReceived" }], handle }, options);
    },
    onChoice(handler, options) {
      const handle: Registration["handle"] = (parsed, context) => {
        if (parsed.kind !== "known" || parsed.notification.typeWebhook !== "incomingMessageReceived") return skipped;
        const choice = choiceOf(parsed.notification);
        return choice === undefined ? skipped : handler(parsed.notification, choice, context);
      };
      return add({ kinds: [{ typeWebhook: "incomingMessageReceived" }], handle }, options);
    },
    onMessage(typeMessage, handler, options) {
      assertKnownKind("typeMessage", typeMessage, schemaOfKind("incomingMessageReceived", typeMessage));
      const handle: Registration["handle"] = (parsed, context) =>
        parsed.kind === "known" ? handler(parsed.notification as Parameters<typeof handler>[0], context) : skipped;
      return add({ kinds: [{ typeWebhook: "incomingMessageReceived", typeMessage }], handle }, options);
    },
    onOutgoingMessage(typeMessage, handler, options) {
      assertKnownKind("typeMessage", typeMessage, schemaOfKind("outgoingMessageReceived", typeMessage));
      const handle: Registration["handle"] = (parsed, context) =>
        parsed.kind === "known" ? handler(parsed.notification as Parameters<typeof handler>[0], context) : skipped;
      const kinds: RegisteredKind[] = ["outgoingMessageReceived", "outgoingAPIMessageReceived"].map((typeWebhook) => ({
        typeWebhook,
        typeMessage,
      }));
      return add({ kinds, handle }, options);
    },
    onUnknown(handler, options) {
      const handle: Registration["handle"] = (parsed, context) => (parsed.kind === "unknown" ? handler(parsed, context) : skipped);
      return add({ kinds: [{ typeWebhook: "*" }], unknownOnly: true, handle }, options);
    },
    onAny(handler, options) {
      return add({ kinds: [{ typeWebhook: "*" }], handle: handler }, options);
    },
    deliver,
    get registered() {
      return table.registrations.flatMap((registration) => registration.kinds);
    },
  };
  return dispatcher;
}

/**
 * Whether a notification that no handler of its kind can have was seen by `onAny` alone, which may be a logger: then nobody took it, where it
 * differs too much from its kind, and where it is replayed (its file would be deleted).
 */
function isOnlyObserved(
  parsed: KnownNotification | UnknownNotification,
  { source }: DeliveryContext,
  route: readonly Registration[],
): boolean {
  if (parsed.kind === "known" || (parsed.issues === undefined && source !== "replay")) return false;
  return !route.some(({ unknownOnly }) => unknownOnly === true);
}

/** @throws TypeError for what is no notification. */
function parsedOf(notification: unknown): KnownNotification | UnknownNotification {
  const parsed: ParsedNotification = isParsed(notification) ? notification : parseNotification(notification);
  if (parsed.kind !== "malformed") return parsed;
  throw new TypeError(`Cannot deliver: ${schemaMessage(undefined, parsed.issues)}`);
}

/** JavaScript callers bypass the types: a misspelt name would be a handler that never runs. */
function assertKnownKind(what: string, name: string, schema: unknown): void {
  if (schema !== undefined) return;
  throw new TypeError(`Cannot register a handler for "${name}": no such ${what} is known; kinds that aren't known yet come to onUnknown`);
}
