import { parentPort, workerData } from "node:worker_threads";
import { clockOf } from "../store/clock.ts";
import { describeSqliteError, isTransient } from "../store/sqlite-error.ts";
import { openStore } from "../store/store.ts";
import { callsOver } from "./calls.ts";
import type { Freed, Request, ThreadData, ThreadMessage } from "./messages.ts";

// The thread that has the file open: a flush to the disk blocks it, and not the user's event loop.
const data = workerData as ThreadData;
const post = (message: ThreadMessage): void => parentPort?.postMessage(message);

let opened: ReturnType<typeof callsOver> | undefined;

parentPort?.on("message", (message: Request | Freed) => {
  if (message.call === "free") opened?.free(message.run);
  else void respond(message);
});

/** Opens the file with the first request that finds it free. */
function open(): ReturnType<typeof callsOver> {
  opened ??= callsOver(openStore(data.path, clockOf(data.clockOffset), data.times), data, post);
  return opened;
}

async function respond({ number, call, args }: Request): Promise<void> {
  try {
    // Each request has the arguments of its call.
    const perform = open().calls[call] as (...args: readonly unknown[]) => unknown;
    post({ kind: "result", number, result: await perform(...args) });
  } catch (error) {
    const { message } = describeSqliteError(`Cannot use inbox "${data.path}"`, error);
    post({ kind: "error", number, message, isTransient: isTransient(error) });
  }
}
