import { printable } from "../terminal/printable.ts";
import { style } from "../terminal/style.ts";
import type { PostedNotification } from "./post-notification.ts";

/** What came of a delivery, in a line. */
export function answerLine(what: string, { status, took, text }: PostedNotification): string {
  const answer = style(status === 200 ? "green" : "red", String(status ?? "—"));
  const rest = status === 200 && text === '{"ok":true}' ? "" : `  ${printable(text, 200)}`;
  return `${answer}  ${printable(what)}  ${style("dim", `${took.toFixed(1)} ms`)}${rest}${status === 200 ? "" : `\n     ${style("dim", "→")} ${adviceOnStatus(status)}`}`;
}

/** What an answer means to GREEN-API, and what to do. */
export function adviceOnStatus(status: number | undefined): string {
  if (status === undefined) return "GREEN-API would try again every 60 s for 24 h";
  if (status === 401 || status === 403) return "give --token what the receiver expects; GREEN-API sends what webhookUrlToken holds";
  if (status === 404 || status === 405) return "is the path right?";
  if (status >= 200 && status < 300) return "only 200 counts as delivered: GREEN-API would send it again";
  if (status >= 300 && status < 400) return "a redirect isn't followed: deliver to its target itself";
  return "GREEN-API would send it again in 60 s, and hold back all that follows";
}
