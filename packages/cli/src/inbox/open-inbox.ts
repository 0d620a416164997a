import type * as InboxPackage from "@greenhook/inbox";
import type * as PostgresPackage from "@greenhook/inbox-postgres";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CommandFailure } from "../command-failure.ts";

/** An inbox of any engine. No command completes items in a transaction. */
export type OpenInbox = Omit<InboxPackage.SearchableInbox<never>, "complete">;

export interface OpenInboxOptions {
  /** Whether a file without an inbox is refused. @default true */
  readonly mustExist?: boolean;
  readonly laneOf?: InboxPackage.CreateInboxOptions["laneOf"];
}

const defaultFile = "inbox.db";

/**
 * Opens the inbox that a command names: the file, else the one on Postgres where `DATABASE_URL` is set, else `inbox.db`.
 *
 * @throws {CommandFailure} there is none, it can't be opened, or this Node or this installation has no package for it
 */
export async function openInbox(file: string | undefined, { mustExist = true, laneOf }: OpenInboxOptions = {}): Promise<OpenInbox> {
  if (file !== undefined && /^postgres(ql)?:/.test(file))
    throw new CommandFailure("Cannot open inbox: set DATABASE_URL instead, since other users of the machine can see a program's arguments");
  const connectionString = process.env["DATABASE_URL"] ?? "";
  if (file === undefined && connectionString !== "") return openPostgres(connectionString, { mustExist, laneOf });
  const { createInbox } = await loadInbox();
  try {
    return createInbox({ path: file ?? defaultFile, mustExist, ...(laneOf === undefined ? undefined : { laneOf }) });
  } catch (error) {
    const advice = file === undefined && mustExist ? "; name the file of your inbox" : "";
    throw new CommandFailure(`${(error as Error).message}${advice}`);
  }
}

async function openPostgres(connectionString: string, { mustExist = true, laneOf }: OpenInboxOptions): Promise<OpenInbox> {
  const { createPostgresInbox } = await loadPackage<typeof PostgresPackage>(
    "@greenhook/inbox-postgres",
    "DATABASE_URL is set, and no file named: npm install @greenhook/inbox-postgres pg-boss, or name the file of your inbox",
  );
  try {
    return await createPostgresInbox({
      connectionString,
      connections: 2,
      mustExist,
      logger: false,
      ...(laneOf === undefined ? undefined : { laneOf }),
    });
  } catch (error) {
    throw new CommandFailure(`${(error as Error).message}; DATABASE_URL says where it is`);
  }
}

/** What the inbox says of itself, such as that its file is locked, as one line. Any other error is returned as it is. */
export function inboxFailure(error: unknown): unknown {
  return error instanceof Error && error.message.startsWith("Cannot ") ? new CommandFailure(error.message) : error;
}

export function loadInbox(): Promise<typeof InboxPackage> {
  return loadPackage("@greenhook/inbox", "The inbox is a package of its own, which isn't installed here: npm install @greenhook/inbox");
}

/**
 * The packages aren't dependencies, since they don't install on Node 20. Those of the program in the current folder are the ones that wrote its inbox; where
 * there are none, those beside this package are taken.
 */
async function loadPackage<Package>(name: string, otherwise: string): Promise<Package> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 13))
    throw new CommandFailure(`The inbox needs Node 22.13 or later, this is ${process.version}; the other commands don't`);
  for (const from of [join(process.cwd(), "package.json"), import.meta.url]) {
    let path: string;
    try {
      path = createRequire(from).resolve(name);
    } catch {
      continue;
    }
    hideExperimentalWarnings();
    return (await import(pathToFileURL(path).href)) as Package;
  }
  throw new CommandFailure(otherwise);
}

/** Node 22 warns that its SQLite is experimental, which tells the user of a command nothing. */
function hideExperimentalWarnings(): void {
  const printers = process.listeners("warning");
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") for (const print of printers) print(warning);
  });
}
