import { createDispatcher, type Dispatcher } from "@greenhook/core";
import { Module, type DynamicModule, type FactoryProvider } from "@nestjs/common";
import { DiscoveryModule, DiscoveryService, HttpAdapterHost, ModuleRef } from "@nestjs/core";
import type { GreenhookModuleAsyncOptions, GreenhookModuleOptions } from "./greenhook-module-options.ts";
import { GREENHOOK_CLIENT, GREENHOOK_DISPATCHER, GREENHOOK_OPTIONS } from "./injection-tokens.ts";
import { WebhookRoute } from "./webhook-route.ts";

/** What is injected, everywhere. Apart, since Nest shuts global modules down last, and deliveries have to end first. */
class GreenhookProvidersModule {}
Module({})(GreenhookProvidersModule);

/**
 * Receives GREEN-API's webhooks at a path of a Nest application, on Express or Fastify. The handlers are methods of your providers, decorated with
 * `@OnText()` and the like. Import it once, last in the root module: then it is the first to shut down, and what handlers need is still there.
 *
 * @example
 * @Module({ imports: [GreenhookModule.forRoot({ token: "secret" })], providers: [MenuHandler] })
 * class AppModule {}
 */
export class GreenhookModule {
  /** The module, with options that are known at once. */
  static forRoot(options: GreenhookModuleOptions): DynamicModule {
    return GreenhookModule.forRootAsync({ useFactory: () => options });
  }

  /**
   * The module, with options that a function makes of other providers.
   *
   * @example
   * GreenhookModule.forRootAsync({
   *   inject: [ConfigService],
   *   useFactory: (config: ConfigService) => ({ token: config.getOrThrow<string>("WEBHOOK_TOKEN") }),
   * })
   */
  static forRootAsync({ imports = [], inject = [], useFactory }: GreenhookModuleAsyncOptions): DynamicModule {
    const providers: FactoryProvider[] = [
      // Nest calls it with what `inject` names.
      { provide: GREENHOOK_OPTIONS, inject: [...inject], useFactory: useFactory as FactoryProvider["useFactory"] },
      { provide: GREENHOOK_DISPATCHER, useFactory: createDispatcher },
      { provide: GREENHOOK_CLIENT, inject: [GREENHOOK_OPTIONS], useFactory: ({ client }: GreenhookModuleOptions) => client },
    ];
    const route: FactoryProvider<WebhookRoute> = {
      provide: WebhookRoute,
      inject: [GREENHOOK_OPTIONS, GREENHOOK_DISPATCHER, HttpAdapterHost, DiscoveryService, ModuleRef],
      useFactory: (
        options: GreenhookModuleOptions,
        dispatcher: Dispatcher,
        host: HttpAdapterHost,
        discovery: DiscoveryService,
        modules: ModuleRef,
      ) => new WebhookRoute(options, dispatcher, host, discovery, modules),
    };
    return {
      module: GreenhookModule,
      imports: [
        DiscoveryModule,
        { module: GreenhookProvidersModule, global: true, imports, providers, exports: providers.map(({ provide }) => provide) },
      ],
      providers: [route],
    };
  }
}
Module({})(GreenhookModule);
