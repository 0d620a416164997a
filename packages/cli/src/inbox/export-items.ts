import type { InboxItem } from "@greenhook/inbox";
import { once } from "node:events";
import { CommandFailure } from "../command-failure.ts";
import type { OpenInbox } from "./open-inbox.ts";
import { movedLine } from "./moved-item.ts";

const pageItems = 1_000;

/**
 * `greenhook inbox export`: writes everything that waits or is dead to standard output, one JSON object a line.
 *
 * @throws {CommandFailure} something runs
 */
export async function exportItems(inbox: OpenInbox): Promise<void> {
  const { running } = await inbox.stats();
  if (running > 0)
    throw new CommandFailure(
      `Cannot export: ${running} items are running; stop the processes that work the inbox first, or those run here and where they go`,
    );
  const counts = { waiting: 0, dead: 0 };
  for (const state of ["waiting", "dead"] as const) {
    let last: string | undefined;
    do {
      const page: readonly InboxItem[] = await inbox.items.list({
        state,
        limit: pageItems,
        ...(last === undefined ? undefined : { after: last }),
      });
      for (const item of page) {
        const text = await inbox.items.textOf(item.id);
        // Erased meanwhile.
        if (text === undefined) continue;
        if (!process.stdout.write(movedLine(item, state, text))) await once(process.stdout, "drain");
        counts[state] += 1;
      }
      last = page.length < pageItems ? undefined : page.at(-1)?.id;
    } while (last !== undefined);
  }
  console.error(`${counts.waiting} waiting and ${counts.dead} dead exported`);
}
