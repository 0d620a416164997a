import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { seededRandom, startQueueServer, stateChange, type QueueFault } from "./queue-server.ts";

const faults: readonly QueueFault[] = ["502", "429", "reset", "html", "cut", "lost response"];

/**
 * Empties a queue of `count` by processes that are killed after about `killAfter` deliveries each, while receiving, deleting and handling fail
 * at random. A handler tells the server when it is done, so that the server sees a deletion that comes too early.
 */
export async function runWithFaults({ count, seed, killAfter }: { count: number; seed: number; killAfter: number }) {
  const random = seededRandom(seed);
  const handled = new Map<number, number>();
  const fault = (verb: string): QueueFault => {
    const chosen = random() < 0.05 ? (faults[Math.floor(random() * faults.length)] as QueueFault) : "ok";
    return chosen === "lost response" && verb === "GET" ? "ok" : chosen;
  };
  const notifications = Array.from({ length: count }, (_, index) => stateChange(index + 1));
  let deletedEarly = 0;
  let runs = 0;
  let left = 0;
  let child: ChildProcess | undefined;
  const queue = await startQueueServer(notifications, fault, {
    onHandled(timestamp) {
      handled.set(timestamp, (handled.get(timestamp) ?? 0) + 1);
      left -= 1;
      // In every other run right here, between the delivery and the deletion; in the others some time later.
      if (left !== 0) return;
      if (runs % 2 === 1) child?.kill("SIGKILL");
      else setTimeout(() => child?.kill("SIGKILL"), random() * 5);
    },
    // A receipt is as high as its notification's timestamp.
    onDeleted: (receiptId) => void (deletedEarly += handled.has(receiptId) ? 0 : 1),
  });
  while (queue.queue.length > 0) {
    runs += 1;
    left = Math.ceil(killAfter * (0.5 + random()));
    child = spawn(process.execPath, [fileURLToPath(new URL("poll-child.mjs", import.meta.url)), queue.url, String(seed + runs)], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    await once(child, "close");
  }
  return { handled: handled.size, again: [...handled.values()].filter((times) => times > 1).length, deletedEarly, runs };
}
