import type { Dispatcher } from "@greenhook/core";
import { SetMetadata } from "@nestjs/common";
import { Reflector } from "@nestjs/core";

/** What a decorator leaves at a method: how it is registered. */
export type Registration = (dispatcher: Dispatcher, handler: (...delivery: readonly unknown[]) => unknown) => unknown;

const metadataKey = "@greenhook/nestjs:registrations";
const reflector = new Reflector();

/**
 * Adds a registration to a method; a method may have several.
 *
 * @throws TypeError for a static method, which belongs to no provider.
 */
export function addRegistration<Method>(
  target: object,
  name: string,
  descriptor: TypedPropertyDescriptor<Method>,
  registration: Registration,
): void {
  if (typeof target === "function") throw new TypeError(`Cannot register the handler "${name}": it is static`);
  SetMetadata(metadataKey, [...registrationsOf(descriptor.value), registration])(target, name, descriptor);
}

/** A method's registrations, in the order in which its decorators apply: from the bottom up. */
export function registrationsOf(method: unknown): readonly Registration[] {
  if (typeof method !== "function") return [];
  return reflector.get<readonly Registration[] | undefined>(metadataKey, method as never) ?? [];
}
