import type { CallOptions } from "../methods/call-options.ts";
import type { MethodSpec } from "../methods/method-spec.ts";
import { callMethod } from "./call-method.ts";
import type { Connection } from "./connection.ts";

/** A function for each specification: `(input, options)`, or `(options)` for a method that takes no input. */
export function methodsOf(
  connection: Connection,
  specs: Readonly<Record<string, MethodSpec>>,
): Readonly<Record<string, (...parameters: readonly unknown[]) => Promise<unknown>>> {
  return Object.fromEntries(
    Object.entries(specs).map(([method, spec]) => [
      method,
      spec.input === undefined
        ? (options: unknown) => callMethod(connection, method, spec, undefined, options as CallOptions | undefined)
        : (input: unknown, options: unknown) =>
            callMethod(
              connection,
              method,
              spec,
              input ?? (spec.input?.required === undefined ? {} : input),
              options as CallOptions | undefined,
            ),
    ]),
  );
}
