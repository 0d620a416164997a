import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { InboxCheck, InboxStats } from "../../inbox/inbox-stats.ts";
import { inMemory, openDatabase, synchronousOf } from "./open-database.ts";

/** What statfs(2) calls file systems that lose a database, or lock it for one machine alone. */
const fileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS, a network file system: its locks can't be relied on"],
  [0xff534d42, "CIFS, a network file system: its locks can't be relied on"],
  [0xfe534d42, "SMB, a network file system: its locks can't be relied on"],
  [0x01021997, "9p, a shared folder of a virtual machine: its locks can't be relied on"],
  [0x65735546, "FUSE, often a network file system: its locks may not be reliable"],
  [0x00c36400, "Ceph, a network file system: its locks can't be relied on"],
  [0x0bd00bd0, "Lustre, a network file system: its locks can't be relied on"],
  [0x01021994, "tmpfs, which is memory: it is gone after a restart"],
  [0x858458f6, "ramfs, which is memory: it is gone after a restart"],
  [0x794c7630, "a container's own layer: it is gone with the container, so use a volume"],
]);

/** Where a flush keeps nothing. */
const memories: ReadonlySet<number> = new Set([0x01021994, 0x858458f6]);

/** Where functions and dynos run, a file is gone with them. */
const hosts: readonly (readonly [variable: string, name: string])[] = [
  ["AWS_LAMBDA_FUNCTION_NAME", "AWS Lambda"],
  ["K_SERVICE", "Cloud Run"],
  ["DYNO", "Heroku"],
];

const leastFreeBytes = 256 * 1024 * 1024;
const longestWaitSeconds = 900;

/** Looks for what makes an inbox in a file lose, delay or expose notifications. The flush level is read from the file as it opens now. */
export function checkStore(path: string, database: DatabaseSync, stats: InboxStats): InboxCheck {
  const journal = database.prepare("pragma journal_mode").get()?.["journal_mode"];
  const isFlushed = synchronousOf(database) >= 2 && (path === inMemory || reopenedSynchronous(path) >= 2);
  const damage = database
    .prepare("pragma quick_check(5)")
    .all()
    .map((row) => String(row["quick_check"]))
    .filter((line) => line !== "ok");
  const problems = [
    ...(isFlushed ? [] : ["It doesn't flush to the disk before it answers: synchronous isn't FULL"]),
    ...(path === inMemory ? ["It is in memory, and gone with the process"] : placeProblems(path)),
    ...damage.map((line) => `The file is damaged: ${line}`),
    ...(stats.oldestWaitingSeconds > longestWaitSeconds
      ? [`The oldest item has waited for ${Math.round(stats.oldestWaitingSeconds / 60)} minutes: is a worker running?`]
      : []),
    ...(stats.dead > 0 ? [`${stats.dead} items are dead: look at them, then retry or erase them`] : []),
    ...(stats.blockedLanes > 0 ? [`${stats.blockedLanes} chats stand still behind a dead item`] : []),
  ];
  const isOnDisk = path !== inMemory && !memories.has(statfsSync(dirname(path)).type);
  return { engine: "sqlite", durable: isOnDisk && isFlushed && journal === "wal", problems };
}

function reopenedSynchronous(path: string): number {
  const database = openDatabase(path);
  try {
    return synchronousOf(database);
  } finally {
    database.close();
  }
}

function placeProblems(path: string): string[] {
  const { mode } = statSync(path);
  const { type, bavail, bsize } = statfsSync(dirname(path));
  const fileSystem = fileSystems.get(type);
  const freeBytes = bavail * bsize;
  const host = hosts.find(([variable]) => process.env[variable] !== undefined);
  return [
    ...(fileSystem === undefined ? [] : [`The file lies on ${fileSystem}`]),
    ...(host === undefined ? [] : [`Files don't outlive a process on ${host[1]}: use an inbox on Postgres there`]),
    ...((mode & 0o077) === 0 ? [] : ["Other users of the machine may read the file: chmod 600"]),
    ...(freeBytes >= leastFreeBytes ? [] : [`The disk has only ${Math.floor(freeBytes / 1024 / 1024)} MB left`]),
  ];
}
