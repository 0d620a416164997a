import { Inject } from "@nestjs/common";

// Registered symbols: an ES module and its CommonJS build, loaded in one process, mean the same.

/** The API client that the module was given. For `app.get`, and for `overrideProvider` in tests. */
export const GREENHOOK_CLIENT: unique symbol = Symbol.for("@greenhook/nestjs:client");

/** The dispatcher that the decorated methods are registered on. For `app.get`, and for `requiredSettings`, `use` and workers. */
export const GREENHOOK_DISPATCHER: unique symbol = Symbol.for("@greenhook/nestjs:dispatcher");

/** @internal */
export const GREENHOOK_OPTIONS: unique symbol = Symbol.for("@greenhook/nestjs:options");

/** Injects the `ApiClient` that the module was given. */
export function InjectClient(): PropertyDecorator & ParameterDecorator {
  return Inject(GREENHOOK_CLIENT);
}

/** Injects the `Dispatcher`. Its handlers are registered when the application has started (`onApplicationBootstrap`). */
export function InjectDispatcher(): PropertyDecorator & ParameterDecorator {
  return Inject(GREENHOOK_DISPATCHER);
}
