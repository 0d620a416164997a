import type { DeliveryOutcome } from "@greenhook/core";
import { style } from "../terminal/style.ts";
import { adviceOn } from "./advice.ts";

/** One line for equal refusals that were held back. */
export function summaryLine({ status, code }: DeliveryOutcome, count: number): string {
  const time = style("dim", new Date().toTimeString().slice(0, 8));
  return `${time}  ${style("yellow", String(status))}  ${style("bold", "refused")}  ${code ?? ""}  ${count} more within a minute`;
}

/** One line for what became of a delivery, and a second with what to do, if there is anything to do. */
export function outcomeLines(outcome: DeliveryOutcome, summary: string | undefined): string[] {
  const { status, code, message, receivedAt, durationMilliseconds, joined } = outcome;
  const time = style("dim", receivedAt.toTimeString().slice(0, 8));
  const answer = style(status === 200 ? "green" : status < 500 ? "yellow" : "red", String(status));
  const took = style("dim", `${durationMilliseconds.toFixed(0)} ms${joined ? ", joined the one under way" : ""}`);
  if (summary !== undefined && status === 200) return [`${time}  ${answer}  ${summary}  ${took}`];
  const what = outcome.outcome === "quarantined" ? "kept in quarantine" : outcome.outcome;
  const lines = [
    `${time}  ${answer}  ${style("bold", what)}  ${code ?? ""}  ${message ?? ""}${summary === undefined ? "" : `  ${summary}`}  ${took}`,
  ];
  for (const issue of outcome.issues?.slice(1) ?? []) lines.push(`${" ".repeat(15)}${issue.path} ${issue.message}`);
  const advice = adviceOn(code);
  if (advice !== undefined) lines.push(`${" ".repeat(15)}${style("dim", "→")} ${advice}`);
  return lines;
}
