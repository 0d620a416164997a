import { printable } from "../terminal/printable.ts";
import { style } from "../terminal/style.ts";
import type { PostedNotification } from "@greenhook/node";

/** The response to a delivery, and advice if it isn't 200. */
export function responseLine(name: string, { status, durationMilliseconds, text }: PostedNotification): string {
  const shownStatus = style(status === 200 ? "green" : "red", String(status ?? "—"));
  const rest = status === 200 && text === '{"ok":true,"outcome":"handled"}' ? "" : `  ${printable(text, 200)}`;
  return `${shownStatus}  ${printable(name)}  ${style("dim", `${durationMilliseconds.toFixed(1)} ms`)}${rest}${status === 200 ? "" : `\n     ${style("dim", "→")} ${adviceOnStatus(status)}`}`;
}

/** What GREEN-API would do after such a response, and what to change. */
export function adviceOnStatus(status: number | undefined): string {
  if (status === undefined) return "GREEN-API would retry every 60 s for 24 h";
  if (status === 401 || status === 403) return "set --token to the token that the receiver expects; GREEN-API sends webhookUrlToken";
  if (status === 404 || status === 405) return "check the path";
  if (status >= 200 && status < 300) return "only 200 counts as delivered: GREEN-API would retry";
  if (status >= 300 && status < 400) return "redirects aren't followed: use the target URL";
  return "GREEN-API would retry in 60 s, and hold back the notifications behind it";
}
