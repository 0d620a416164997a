import { traced } from "#traced";
import type { IncomingMessageReceived } from "../notifications/incoming-message-received.ts";
import { isParsed } from "../notifications/is-parsed.ts";
import type { KnownNotification, ParsedNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { schemaOfKind } from "../notifications/schema-of-kind.ts";
import { choiceOf } from "../readers/choice-of.ts";
import { directContext, type DeliveryContext } from "../receiving/delivery-context.ts";
import { handlerTraceOf } from "../receiving/delivery-trace.ts";
import { parseNotification } from "../receiving/parse-notification.ts";
import { schemaMessage } from "../receiving/receipt.ts";
import { toFindCommand } from "./command.ts";
import type { DispatchResult } from "./dispatch-result.ts";
import type { Dispatcher, RegisteredKind, RegistrationOptions, TextOptions } from "./dispatcher.ts";
import { incomingMessageOf, type IncomingText } from "./incoming-text.ts";
import { runMiddleware, type Middleware } from "./middleware.ts";
import { RoutingTable, runsOf, type Registration } from "./routing-table.ts";
import { toFindMatch } from "./text-pattern.ts";

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
  let chain: readonly Middleware[] = [];

  async function deliver(notification: unknown, given?: Partial<DeliveryContext>): Promise<DispatchResult> {
    const parsed = parsedOf(notification);
    const context = directContext(given);
    return chain.length === 0 ? dispatch(parsed, context) : runMiddleware(chain, parsed, context, () => dispatch(parsed, context));
  }

  async function dispatch(parsed: KnownNotification | UnknownNotification, context: DeliveryContext): Promise<DispatchResult> {
    const route = table.routeOf(parsed);
    const runs = runsOf(route, parsed);
    const [only] = runs;
    if (only === undefined) return "ignored";
    const start = (run: (typeof runs)[number]): unknown =>
      traced(
        "greenhook:handler",
        () => handlerTraceOf(parsed, context),
        () => run(context),
      );
    if (runs.length === 1) await start(only);
    else {
      const settled = await Promise.allSettled(runs.map(async (run) => start(run)));
      const failures = settled.filter((result) => result.status === "rejected").map((result) => result.reason as unknown);
      if (failures.length === 1) throw failures[0];
      if (failures.length > 1) throw new AggregateError(failures, `${failures.length} of ${runs.length} handlers failed`);
    }
    return isOnlyObserved(parsed, context, route) ? "ignored" : "handled";
  }

  function add(handler: unknown, registration: Registration, options: RegistrationOptions | undefined): Dispatcher {
    assertHandler(handler);
    return register(
      options,
      () => table.add(registration),
      () => table.remove(registration),
    );
  }

  function register(options: RegistrationOptions | undefined, enter: () => void, leave: () => void): Dispatcher {
    const signal = options?.signal;
    if (signal?.aborted === true) return dispatcher;
    enter();
    signal?.addEventListener("abort", leave, { once: true });
    return dispatcher;
  }

  function addText<Match>(
    find: (incoming: IncomingText) => Match | undefined,
    handler: MatchHandler<Match>,
    options: TextOptions | undefined,
    matching: Registration["matching"],
  ): Dispatcher {
    const runFor: Registration["runFor"] = (_, readText) => {
      const incoming = readText();
      if (incoming === undefined) return undefined;
      const match = find(incoming);
      return match === undefined ? undefined : (context) => handler(incoming.notification, match, context);
    };
    return add(handler, { kinds: incomingMessages, matching: options?.otherwise === true ? "otherwise" : matching, runFor }, options);
  }

  const incomingMessages: readonly RegisteredKind[] = [{ typeWebhook: "incomingMessageReceived" }];

  const dispatcher: Dispatcher = {
    on(typeWebhook, handler, options) {
      assertKnownKind("typeWebhook", typeWebhook, schemaOfKind(typeWebhook, "textMessage"));
      return add(handler, { kinds: [{ typeWebhook }], runFor: runKnown(handler) }, options);
    },
    onText(...parameters: readonly unknown[]) {
      // Their types are those of a declaration of onText; a handler that is no function is refused below.
      if (typeof parameters[0] === "function") {
        const [handler, options] = parameters as readonly [MatchHandler<string>, TextOptions?];
        return addText(({ text }) => text, handler, options, undefined);
      }
      const [pattern, handler, options] = parameters as readonly [unknown, MatchHandler<string | RegExpExecArray>, TextOptions?];
      return addText(toFindMatch(pattern), handler, options, "pattern");
    },
    onCommand(name, handler, options) {
      return addText(toFindCommand(name, options?.bot), handler, options, "pattern");
    },
    onChoice(handler, options) {
      const runFor: Registration["runFor"] = (parsed) => {
        const notification = incomingMessageOf(parsed);
        const choice = notification && choiceOf(notification);
        return choice && ((context) => handler(notification, choice, context));
      };
      return add(handler, { kinds: incomingMessages, runFor }, options);
    },
    onMessage(typeMessage, handler, options) {
      assertKnownKind("typeMessage", typeMessage, schemaOfKind("incomingMessageReceived", typeMessage));
      return add(handler, { kinds: [{ typeWebhook: "incomingMessageReceived", typeMessage }], runFor: runKnown(handler) }, options);
    },
    onOutgoingMessage(typeMessage, handler, options) {
      assertKnownKind("typeMessage", typeMessage, schemaOfKind("outgoingMessageReceived", typeMessage));
      const kinds: RegisteredKind[] = ["outgoingMessageReceived", "outgoingAPIMessageReceived"].map((typeWebhook) => ({
        typeWebhook,
        typeMessage,
      }));
      return add(handler, { kinds, runFor: runKnown(handler) }, options);
    },
    onUnknown(handler, options) {
      const runFor: Registration["runFor"] = (parsed) => (parsed.kind === "unknown" ? (context) => handler(parsed, context) : undefined);
      return add(handler, { kinds: [{ typeWebhook: "*" }], unknownOnly: true, runFor }, options);
    },
    onAny(handler, options) {
      return add(handler, { kinds: [{ typeWebhook: "*" }], runFor: (parsed) => (context) => handler(parsed, context) }, options);
    },
    use(middleware, options) {
      assertHandler(middleware);
      // A function of its own, so that the same middleware can be registered twice and removed once.
      const added: Middleware = (...delivery) => middleware(...delivery);
      return register(
        options,
        () => void (chain = [...chain, added]),
        () => void (chain = chain.filter((each) => each !== added)),
      );
    },
    deliver,
    get registered() {
      return table.registrations.flatMap((registration) => registration.kinds);
    },
  };
  return dispatcher;
}

type MatchHandler<Match> = (notification: IncomingMessageReceived, match: Match, context: DeliveryContext) => unknown;

/** A run with a known notification. The routing table hands over those of the handler's kind alone. */
function runKnown(handler: (notification: never, context: DeliveryContext) => unknown): Registration["runFor"] {
  return (parsed) => (parsed.kind === "known" ? (context) => handler(parsed.notification as never, context) : undefined);
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

function assertHandler(handler: unknown): void {
  if (typeof handler !== "function") throw new TypeError("Cannot register a handler: it must be a function");
}

/** JavaScript callers bypass the types: a misspelt name would be a handler that never runs. */
function assertKnownKind(what: string, name: string, schema: unknown): void {
  if (schema !== undefined) return;
  throw new TypeError(`Cannot register a handler for "${name}": no such ${what} is known; kinds that aren't known yet come to onUnknown`);
}
