import { otherSpellingOf } from "../messages/paired-spellings.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { messageDataOf } from "../readers/message-data-of.ts";
import type { DeliveryContext } from "../receiving/delivery-context.ts";
import type { RegisteredKind } from "./dispatcher.ts";
import { incomingTextOf, type IncomingText } from "./incoming-text.ts";

/** A handler's run for one notification. */
export type Run = (context: DeliveryContext) => unknown;

/** A handler and what it is for. */
export interface Registration {
  /** Any of these; `typeWebhook: "*"` is every one. */
  readonly kinds: readonly RegisteredKind[];
  /** Only notifications of a kind that isn't known. */
  readonly unknownOnly?: boolean;
  /** Whether it looks for a pattern in texts, or is for those alone in which none was found. */
  readonly matching?: "pattern" | "otherwise" | undefined;
  /** The handler's run for this notification. `undefined` where it isn't for it. */
  readonly runFor: (parsed: KnownNotification | UnknownNotification, incoming: () => IncomingText | undefined) => Run | undefined;
}

/** Finds the registrations for a notification, in order of registration, at a cost that doesn't grow with their number. */
export class RoutingTable {
  #registrations: readonly Registration[] = [];
  /** By `typeWebhook`, then by `typeMessage` (`""` without one). Known kinds only: their number is bounded. */
  readonly #routes = new Map<string, Map<string, readonly Registration[]>>();
  #unknownRoute: readonly Registration[] | undefined;

  get registrations(): readonly Registration[] {
    return this.#registrations;
  }

  add(registration: Registration): void {
    this.#change([...this.#registrations, registration]);
  }

  remove(registration: Registration): void {
    this.#change(this.#registrations.filter((other) => other !== registration));
  }

  routeOf(parsed: KnownNotification | UnknownNotification): readonly Registration[] {
    if (parsed.kind === "unknown") {
      this.#unknownRoute ??= this.#registrations.filter(({ kinds }) => kinds.some(({ typeWebhook }) => typeWebhook === "*"));
      return this.#unknownRoute;
    }
    const { notification } = parsed;
    const { typeWebhook } = notification;
    const typeMessage = messageDataOf(notification)?.typeMessage ?? "";
    let routes = this.#routes.get(typeWebhook);
    if (routes === undefined) this.#routes.set(typeWebhook, (routes = new Map()));
    let route = routes.get(typeMessage);
    if (route === undefined)
      routes.set(typeMessage, (route = this.#registrations.filter((registration) => isFor(registration, typeWebhook, typeMessage))));
    return route;
  }

  #change(registrations: readonly Registration[]): void {
    this.#registrations = registrations;
    this.#routes.clear();
    this.#unknownRoute = undefined;
  }
}

/** The runs of the handlers on a route, in order of registration. A pattern that throws is a handler that fails. */
export function runsOf(route: readonly Registration[], parsed: KnownNotification | UnknownNotification): readonly Run[] {
  let text: { readonly read: IncomingText | undefined } | undefined;
  const incoming = (): IncomingText | undefined => (text ??= { read: incomingTextOf(parsed) }).read;
  const runs: Run[] = [];
  const otherwise = new Set<Run>();
  let matched = false;
  for (const { matching, runFor } of route) {
    let run: Run | undefined;
    try {
      run = runFor(parsed, incoming);
    } catch (error) {
      run = () => {
        throw error;
      };
    }
    if (run === undefined) continue;
    runs.push(run);
    if (matching === "otherwise") otherwise.add(run);
    else matched ||= matching === "pattern";
  }
  return matched && otherwise.size > 0 ? runs.filter((run) => !otherwise.has(run)) : runs;
}

function isFor({ kinds, unknownOnly }: Registration, typeWebhook: string, typeMessage: string): boolean {
  if (unknownOnly === true) return false;
  return kinds.some(
    (kind) =>
      kind.typeWebhook === "*" ||
      (kind.typeWebhook === typeWebhook &&
        (kind.typeMessage === undefined || kind.typeMessage === typeMessage || kind.typeMessage === otherSpellingOf(typeMessage))),
  );
}
