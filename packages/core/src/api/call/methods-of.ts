import { callMethod } from "./call-method.ts";
import type { CallOptions } from "../methods/call-options.ts";
import type { Connection } from "./connection.ts";
import type { MethodRow } from "../methods/method-spec.ts";

/** A function for each row: `(input, options)`, or `(options)` where the method takes nothing. */
export function methodsOf(
  connection: Connection,
  table: Readonly<Record<string, MethodRow>>,
): Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>> {
  return Object.fromEntries(
    Object.entries(table).map(([method, row]) => [
      method,
      row.input === undefined
        ? (options: unknown) => callMethod(connection, method, row, undefined, options as CallOptions | undefined)
        : (input: unknown, options: unknown) =>
            callMethod(
              connection,
              method,
              row,
              input ?? (row.input?.required === undefined ? {} : input),
              options as CallOptions | undefined,
            ),
    ]),
  );
}
