import { randomBytes } from "node:crypto";
import { everyNotification, unknownNotification } from "@greenhook/emulator/notifications";
import { CommandFailure } from "../command-failure.ts";
import { closestName } from "../terminal/closest-name.ts";

/** Sample notifications by name: at least one of every type. */
export function sampleKinds(): ReadonlyMap<string, object> {
  const named = everyNotification().map(({ name, notification }): [string, object] => [name, notification]);
  return new Map([...named, ["unknownNotification", unknownNotification()]]);
}

/** A sample with the current time and an id of its own. @throws {CommandFailure} there is no such sample */
export function sampleOf(kind: string): object {
  const samples = sampleKinds();
  const found = samples.get(kind);
  if (found === undefined) {
    const closest = closestName(kind, samples.keys());
    throw new CommandFailure(
      `Unknown sample "${kind}"${closest === undefined ? ":" : `: did you mean ${closest}?`} see greenhook send --list`,
    );
  }
  const idMessage = "idMessage" in found ? { idMessage: randomBytes(10).toString("hex").toUpperCase() } : {};
  return { ...found, ...("timestamp" in found ? { timestamp: Math.floor(Date.now() / 1000) } : {}), ...idMessage };
}
