import type { Dispatcher, WebhookHandler, WebhookHandlerOptions } from "@greenhook/core";
import type { ApiClient } from "@greenhook/core/api";
import type { InjectionToken, ModuleMetadata, OptionalFactoryDependency } from "@nestjs/common";

/** Options of `GreenhookModule.forRoot`. */
export type GreenhookModuleOptions = GreenhookOptions | GreenhookHandlerOptions;

/** Where the module receives, and what it injects. */
export interface GreenhookRouteOptions {
  /**
   * Where deliveries arrive, with the paths below it. The whole path: a global prefix isn't put in front.
   *
   * @default "/green-api/webhook"
   */
  readonly path?: string | undefined;
  /** The client that `@InjectClient()` injects, made by `createApiClient`. */
  readonly client?: ApiClient | undefined;
  /**
   * How long a shutdown waits for deliveries in flight; then they get a 503, and GREEN-API sends them again.
   *
   * @default 10_000
   */
  readonly graceMilliseconds?: number | undefined;
}

/** Those of `createWebhookHandler` too, but for `deliver`: notifications go to the decorated methods. */
export interface GreenhookOptions extends GreenhookRouteOptions, Omit<WebhookHandlerOptions, "deliver" | "receiver"> {
  /**
   * Gets a line for each delivery that isn't accepted; `false` for none.
   *
   * @default Nest's logger, in the context "Greenhook"
   */
  readonly logger?: WebhookHandlerOptions["logger"];
  readonly handler?: never;
}

/** With a handler of your own: for `withoutDuplicates`, an inbox, or a receiver that other sources share. */
export interface GreenhookHandlerOptions extends GreenhookRouteOptions {
  /**
   * Makes the handler. Called once, when the application starts and all decorated methods are registered on the dispatcher.
   *
   * @example
   * (dispatcher) => createWebhookHandler({ token: "secret", deliver: withoutDuplicates(dispatcher) })
   */
  readonly handler: (dispatcher: Dispatcher) => WebhookHandler;
}

/** Options of `GreenhookModule.forRootAsync`. */
export interface GreenhookModuleAsyncOptions extends Pick<ModuleMetadata, "imports"> {
  /** What `useFactory` gets, in order. */
  readonly inject?: readonly (InjectionToken | OptionalFactoryDependency)[] | undefined;
  readonly useFactory: (...dependencies: never[]) => GreenhookModuleOptions | Promise<GreenhookModuleOptions>;
}
