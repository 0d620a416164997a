import type { Quarantine } from "@greenhook/core";
import { quarantineToDirectory } from "@greenhook/node";
import { CommandFailure } from "../command-failure.ts";
import { fileReason } from "../files/file-reason.ts";

/** @throws {CommandFailure} the folder can't be created */
export function quarantineIn(folder: string): Quarantine {
  try {
    return quarantineToDirectory(folder);
  } catch (error) {
    throw new CommandFailure(`Cannot create the quarantine folder "${folder}": ${fileReason(error)}`);
  }
}
