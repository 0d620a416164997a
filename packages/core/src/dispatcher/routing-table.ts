import { otherSpellingOf } from "../messages/paired-spellings.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { messageDataOf } from "../readers/message-data-of.ts";
import type { DeliveryContext } from "../receiving/delivery-context.ts";
import type { RegisteredKind } from "./dispatcher.ts";

/** What a handler returns when the notification turned out not to be for it. */
export const skipped: unique symbol = Symbol("skipped");

/** A handler and what it is for. */
export interface Registration {
  /** Any of these; `typeWebhook: "*"` is every one. */
  readonly kinds: readonly RegisteredKind[];
  /** Only notifications of a kind that isn't known. */
  readonly unknownOnly?: boolean;
  readonly handle: (parsed: KnownNotification | UnknownNotification, context: DeliveryContext) => unknown;
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

function isFor({ kinds, unknownOnly }: Registration, typeWebhook: string, typeMessage: string): boolean {
  if (unknownOnly === true) return false;
  return kinds.some(
    (kind) =>
      kind.typeWebhook === "*" ||
      (kind.typeWebhook === typeWebhook &&
        (kind.typeMessage === undefined || kind.typeMessage === typeMessage || kind.typeMessage === otherSpellingOf(typeMessage))),
  );
}
