import type * as InboxPackage from "@greenhook/inbox";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CommandFailure } from "../command-failure.ts";

/** An inbox of any engine. No command completes items in a transaction. */
export type OpenInbox = Omit<InboxPackage.SearchableInbox<never>, "complete">;

export interface OpenInboxOptions {
  /** Whether a file without an inbox is refused. @default true */
  readonly mustExist?: boolean;
  readonly laneOf?: NonNullable<InboxPackage.CreateInboxOptions["laneOf"]>;
}

const defaultFile = "inbox.db";

/**
 * Opens the inbox that a command names.
 *
 * @throws {CommandFailure} there is none, it can't be opened, or this Node or this installation has no `@greenhook/inbox`
 */
export async function openInbox(file: string | undefined, { mustExist = true, laneOf }: OpenInboxOptions = {}): Promise<OpenInbox> {
  if (file !== undefined && /^postgres(ql)?:/.test(file))
    throw new CommandFailure("Cannot open inbox: give the file of an inbox, not a URL, which other users of the machine could see");
  const { createInbox } = await loadInbox();
  try {
    return createInbox({ path: file ?? defaultFile, mustExist, ...(laneOf === undefined ? undefined : { laneOf }) });
  } catch (error) {
    const advice = file === undefined && mustExist ? "; name the file of your inbox" : "";
    throw new CommandFailure(`${(error as Error).message}${advice}`);
  }
}

/** What the inbox says of itself, such as that its file is locked, as one line. Any other error is returned as it is. */
export function inboxFailure(error: unknown): unknown {
  return error instanceof Error && error.message.startsWith("Cannot ") ? new CommandFailure(error.message) : error;
}

/**
 * Loads `@greenhook/inbox`.
 *
 * The package isn't a dependency, since it doesn't install on Node 20. The one of the program in the current folder is the one that wrote the file; where there is
 * none, the one beside this package is taken.
 */
export async function loadInbox(): Promise<typeof InboxPackage> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 13))
    throw new CommandFailure(`The inbox needs Node 22.13 or later, this is ${process.version}; the other commands don't`);
  for (const from of [join(process.cwd(), "package.json"), import.meta.url]) {
    let path: string;
    try {
      path = createRequire(from).resolve("@greenhook/inbox");
    } catch {
      continue;
    }
    hideExperimentalWarnings();
    return (await import(pathToFileURL(path).href)) as typeof InboxPackage;
  }
  throw new CommandFailure("The inbox is a package of its own, which isn't installed here: npm install @greenhook/inbox");
}

/** Node 22 warns that its SQLite is experimental, which tells the user of a command nothing. */
function hideExperimentalWarnings(): void {
  const printers = process.listeners("warning");
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") for (const print of printers) print(warning);
  });
}
