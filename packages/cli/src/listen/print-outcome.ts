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
  const { status = 0, code, message, receivedAt, durationMilliseconds, joined } = outcome;
  const time = style("dim", receivedAt.toTimeString().slice(0, 8));
  const shownStatus = style(status === 200 ? "green" : status < 500 ? "yellow" : "red", String(status));
  const took = style("dim", `${durationMilliseconds.toFixed(0)} ms${joined ? ", joined a delivery in flight" : ""}`);
  // The message of a refusal ends with the first of its issues.
  const issues = (message === undefined ? outcome.issues : outcome.issues?.slice(1)) ?? [];
  const issueLines = issues.map((issue) => `${" ".repeat(15)}${issue.path} ${issue.message}`);
  if (summary !== undefined && status === 200) return [`${time}  ${shownStatus}  ${summary}  ${took}`, ...issueLines];
  const shownOutcome = outcome.outcome === "quarantined" ? "kept in quarantine" : outcome.outcome;
  const lines = [
    `${time}  ${shownStatus}  ${style("bold", shownOutcome)}  ${code ?? ""}  ${message ?? ""}${summary === undefined ? "" : `  ${summary}`}  ${took}`,
  ];
  lines.push(...issueLines);
  const advice = adviceOn(code);
  if (advice !== undefined) lines.push(`${" ".repeat(15)}${style("dim", "→")} ${advice}`);
  return lines;
}
