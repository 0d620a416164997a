import type { OpenInbox } from "../inbox/open-inbox.ts";
import { describeDuration } from "../terminal/duration.ts";
import type { Finding } from "./finding.ts";

/** Whether the inbox keeps what it stores, and how full it is. */
export async function checkInbox(inbox: OpenInbox): Promise<Finding[]> {
  const check = "inbox";
  const { engine, durable, problems } = await inbox.check();
  const { waiting, running, dead, oldestWaitingSeconds } = await inbox.stats();
  const oldest = waiting + running === 0 ? "" : `, the oldest for ${describeDuration(oldestWaitingSeconds * 1_000)}`;
  const level: Finding = durable
    ? { check, result: "ok", found: `${engine}, flushed before it answers; ${waiting + running} waiting${oldest}, ${dead} dead` }
    : { check, result: "fault", found: `${engine}, not durable: what it acknowledged can be lost` };
  return [level, ...problems.map((problem): Finding => ({ check, result: "fault", ...findingOf(problem) }))];
}

/** A problem is a sentence, and after a colon what it means or what to do. */
function findingOf(problem: string): Pick<Finding, "found" | "advice"> {
  const colon = problem.indexOf(": ");
  return colon === -1 ? { found: problem } : { found: problem.slice(0, colon), advice: problem.slice(colon + 2) };
}
