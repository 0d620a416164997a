import { exitCode } from "../command-failure.ts";
import { describeDuration } from "../terminal/duration.ts";
import type { Output } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";
import { style } from "../terminal/style.ts";
import type { OpenInbox } from "./open-inbox.ts";

/** `greenhook inbox status`: how full it is. Exit code 2 if something is dead or blocked. */
export async function showStatus(inbox: OpenInbox, output: Output): Promise<void> {
  const stats = await inbox.stats();
  const { waiting, running, done, dead, oldestWaitingSeconds, blockedLanes } = stats;
  const oldest = waiting + running === 0 ? "" : `  the oldest for ${describeDuration(oldestWaitingSeconds * 1_000)}`;
  output.line(`waiting  ${waiting}${oldest}`);
  output.line(`running  ${running}`);
  output.line(`done     ${done}  kept, so that a redelivery is known`);
  output.line(`dead     ${dead === 0 ? "0" : `${style("red", String(dead))}  see: greenhook inbox [file] list --dead`}`);
  if (blockedLanes > 0)
    output.line(`blocked  ${style("red", String(blockedLanes))}  chats stand still behind a dead item: retry or erase it`);
  output.object(stats);
  if (dead > 0 || blockedLanes > 0) process.exitCode = exitCode.attention;
}

/** `greenhook inbox check`: what makes it lose, delay or expose notifications. Exit code 2 if something does. */
export async function showCheck(inbox: OpenInbox, output: Output): Promise<void> {
  const check = await output.during("Reading the inbox …", inbox.check());
  const { engine, durable, problems } = check;
  output.line(`${engine}  ${durable ? style("green", "durable: what is stored survives a power cut") : style("red", "not durable")}`);
  for (const problem of problems) output.line(printable(problem, 600));
  if (problems.length === 0) output.line("No problems found");
  output.object(check);
  if (!durable || problems.length > 0) process.exitCode = exitCode.attention;
}
