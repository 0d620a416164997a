import type { KnownNotification, UnknownNotification } from "@greenhook/core";
import { setTimeout } from "node:timers/promises";
import { CommandFailure } from "../command-failure.ts";
import { openInbox, type OpenInbox } from "../inbox/open-inbox.ts";
import type { Output } from "../terminal/output.ts";
import { style } from "../terminal/style.ts";
import { describeNotification } from "./describe-notification.ts";

/**
 * Opens the inbox of `listen`, or creates it.
 *
 * @throws {CommandFailure} something waits in it, which would be taken from the program that it waits for
 */
export async function openOwnInbox(file: string): Promise<OpenInbox> {
  const inbox = await openInbox(file, { mustExist: false });
  const { waiting, running } = await inbox.stats();
  if (waiting + running === 0) return inbox;
  await inbox.close();
  throw new CommandFailure(
    `Cannot listen: ${waiting + running} items wait in "${file}", and would only be printed and be done; name a file of its own`,
  );
}

/** Prints what is stored, in the order of each chat: that is how it is handled. */
export async function printStored(inbox: OpenInbox, output: Output): Promise<void> {
  await inbox.work(
    (parsed, { attempt, receivedAt }) => {
      const milliseconds = Date.now() - receivedAt.getTime();
      const time = style("dim", new Date().toTimeString().slice(0, 8));
      const after = style("dim", `${milliseconds} ms after it came`);
      output.line(`${time}  ${style("cyan", "inbox")}  ${describeNotification(parsed)}  ${after}`);
      output.object({ event: "handled", typeWebhook: typeOf(parsed), attempt, receivedAt, notification: parsed.value });
    },
    { logger: false },
  );
}

/** Resolves once nothing waits or runs, or after 5 s. */
export async function emptied(inbox: OpenInbox): Promise<void> {
  for (const end = performance.now() + 5_000; performance.now() < end; await setTimeout(20)) {
    const { waiting, running } = await inbox.stats();
    if (waiting + running === 0) return;
  }
}

function typeOf(parsed: KnownNotification | UnknownNotification): string {
  return parsed.kind === "known" ? parsed.notification.typeWebhook : parsed.typeWebhook;
}
