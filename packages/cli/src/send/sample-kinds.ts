import { randomBytes } from "node:crypto";
import { everyNotification, unknownNotification } from "@greenhook/emulator/notifications";
import { CommandFailure } from "../command-failure.ts";

/** The sample notifications by name: one of every kind and variant. */
export function sampleKinds(): ReadonlyMap<string, object> {
  const named = everyNotification().map(({ name, notification }): [string, object] => [name, notification]);
  return new Map([...named, ["unknownNotification", unknownNotification()]]);
}

/** A sample as if it happened now, under an id of its own. @throws {CommandFailure} there is no such sample: which there are */
export function sampleOf(kind: string): object {
  const samples = sampleKinds();
  const found = samples.get(kind);
  if (found === undefined) throw new CommandFailure(`There is no sample "${kind}": greenhook send --list names those that there are`);
  const idMessage = "idMessage" in found ? { idMessage: randomBytes(10).toString("hex").toUpperCase() } : {};
  return { ...found, ...("timestamp" in found ? { timestamp: Math.floor(Date.now() / 1000) } : {}), ...idMessage };
}
