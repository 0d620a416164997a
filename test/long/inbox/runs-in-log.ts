import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { readLog, type WorkerLine } from "./workers.ts";

/** A worker in the middle of several runs. */
export async function busyOne(workers: readonly ChildProcess[], log: string): Promise<ChildProcess> {
  for (const end = performance.now() + 120_000; performance.now() < end; await pause(20)) {
    const lines = readLog(log);
    const busy = workers.find(({ pid = 0 }) => openRuns(lines, pid).length >= 4);
    if (busy !== undefined) return busy;
  }
  throw new Error("No worker has several runs at a time");
}

/** What a process had begun and not ended. */
export function openRuns(lines: readonly WorkerLine[], pid: number): readonly string[] {
  const open = new Set<string>();
  for (const line of lines) {
    if (line.pid !== pid) continue;
    if (line.what === "start") open.add(line.idMessage);
    else open.delete(line.idMessage);
  }
  return [...open];
}

/** Runs that began before an earlier one of their chat had ended with success, and runs of a chat beside another one. */
export function violations(
  lines: readonly WorkerLine[],
  dead: ReadonlySet<number>,
  chats: number,
): { outOfOrder: number; overlapping: number } {
  const running = new Map<number, number>();
  const ended = new Map<number, number>();
  let outOfOrder = 0;
  let overlapping = 0;
  for (const { pid, what, idMessage } of lines) {
    if (what === "ready") continue;
    const number = Number(idMessage.slice(2));
    const chat = number % chats;
    if (what === "start") {
      const other = running.get(chat);
      if (other !== undefined && !dead.has(other)) overlapping += 1;
      running.set(chat, pid);
      // What has ended may run again where its process died before that was stored.
      const latest = ended.get(chat) ?? chat - chats;
      if (number !== latest + chats && number !== latest) outOfOrder += 1;
    } else {
      running.delete(chat);
      if (what === "end") ended.set(chat, Math.max(number, ended.get(chat) ?? number));
    }
  }
  return { outOfOrder, overlapping };
}
