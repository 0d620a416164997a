import type { Dispatcher } from "@greenhook/core";
import { ContextIdFactory, MetadataScanner, type DiscoveryService, type ModuleRef } from "@nestjs/core";
import { registrationsOf } from "./registration.ts";

type Wrapper = ReturnType<DiscoveryService["getProviders"]>[number];
type Instance = Readonly<Record<string, (...delivery: readonly unknown[]) => unknown>>;

/** Registers the decorated methods of all providers and controllers. */
export function registerHandlers(dispatcher: Dispatcher, discovery: DiscoveryService, modules: ModuleRef): void {
  const scanner = new MetadataScanner();
  const seen = new Set<unknown>();
  for (const wrapper of [...discovery.getProviders(), ...discovery.getControllers()]) {
    const instance: unknown = wrapper.instance;
    // The same object under another token (`useExisting`, `useValue`) is one handler.
    if (typeof instance !== "object" || instance === null || seen.has(instance) || wrapper.isAlias) continue;
    seen.add(instance);
    const prototype = Object.getPrototypeOf(instance) as Instance | null;
    for (const name of scanner.getAllMethodNames(prototype)) {
      for (const register of registrationsOf(prototype?.[name])) register(dispatcher, handlerOf(wrapper, name, modules));
    }
  }
}

/** A provider whose scope isn't the default one is made for each delivery, whose context it gets as `REQUEST`. */
function handlerOf(wrapper: Wrapper, name: string, modules: ModuleRef): (...delivery: readonly unknown[]) => unknown {
  if (wrapper.isDependencyTreeStatic() && !wrapper.isTransient) {
    const instance = wrapper.instance as Instance;
    return (...delivery) => instance[name]?.(...delivery);
  }
  return async (...delivery) => {
    const contextId = ContextIdFactory.create();
    modules.registerRequestByContextId(delivery.at(-1), contextId);
    const instance = await modules.resolve<Instance>(wrapper.token as string, contextId, { strict: false });
    return instance[name]?.(...delivery);
  };
}
