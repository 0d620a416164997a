import type { DeliveryOutcome } from "@greenhook/core";
import { style } from "../terminal/style.ts";
import { adviceOn } from "./advice.ts";

/** One line for refusals with the same code that weren't printed. */
export function summaryLine({ status, code }: DeliveryOutcome, count: number): string {
  const time = style("dim", new Date().toTimeString().slice(0, 8));
  return `${time}  ${style("yellow", String(status))}  ${style("bold", "refused")}  ${code ?? ""}  ${count} more within a minute`;
}

/** One line for the outcome of a delivery, and more for issues and advice. */
export function outcomeLines(outcome: DeliveryOutcome, summary: string | undefined): string[] {
  const { status, code, message, receivedAt, durationMilliseconds, joined } = outcome;
  const time = style("dim", receivedAt.toTimeString().slice(0, 8));
  const shownStatus = style(status === 200 ? "green" : status < 500 ? "yellow" : "red", String(status));
  const took = style("dim", `${durationMilliseconds.toFixed(0)} ms${joined ? ", joined a delivery in flight" : ""}`);
  if (summary !== undefined && status === 200) return [`${time}  ${shownStatus}  ${summary}  ${took}`];
  const shownOutcome = outcome.outcome === "quarantined" ? "kept in quarantine" : outcome.outcome;
  const lines = [
    `${time}  ${shownStatus}  ${style("bold", shownOutcome)}  ${code ?? ""}  ${message ?? ""}${summary === undefined ? "" : `  ${summary}`}  ${took}`,
  ];
  for (const issue of outcome.issues?.slice(1) ?? []) lines.push(`${" ".repeat(15)}${issue.path} ${issue.message}`);
  const advice = adviceOn(code);
  if (advice !== undefined) lines.push(`${" ".repeat(15)}${style("dim", "→")} ${advice}`);
  return lines;
}
