import { parentPort, workerData } from "node:worker_threads";
import { clockOf } from "../sqlite/store/clock.ts";
import { describeSqliteError } from "../sqlite/store/sqlite-error.ts";
import { openDuplicateFile, type DuplicateFile } from "./duplicate-file.ts";

/** What the thread is started with. */
export interface DuplicateThreadData {
  readonly path: string;
  /** Added to the system's clock, in milliseconds. */
  readonly clockOffset?: Float64Array;
}

/** A call of the file, and its arguments. */
export type DuplicateRequest = {
  [Call in keyof DuplicateFile]: { readonly number: number; readonly call: Call; readonly args: Parameters<DuplicateFile[Call]> };
}[keyof DuplicateFile];

export type DuplicateResponse = { readonly number: number } & ({ readonly result: unknown } | { readonly error: string });

// The thread that has the file open: neither a lock nor the disk blocks the user's event loop.
const { path, clockOffset } = workerData as DuplicateThreadData;
let file: DuplicateFile | undefined;

parentPort?.on("message", ({ number, call, args }: DuplicateRequest) => {
  let response: DuplicateResponse;
  try {
    file ??= openDuplicateFile(path, clockOf(clockOffset));
    // Each request has the arguments of its call.
    const perform = file[call] as (...args: readonly unknown[]) => unknown;
    response = { number, result: perform(...args) };
  } catch (error) {
    response = { number, error: describeSqliteError(`Cannot use duplicate store "${path}"`, error).message };
  }
  parentPort?.postMessage(response);
  if (call === "close") parentPort?.close();
});
