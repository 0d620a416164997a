import type { NotificationIssue } from "@greenhook/core";
import { adviceOn } from "@greenhook/inspector";
import { adviceOnStatus } from "../send/response-line.ts";
import { printable } from "../terminal/printable.ts";
import { style } from "../terminal/style.ts";

/** The outcome of a delivery, as far as it is printed. */
export interface PrintedOutcome {
  /** Absent if it didn't arrive by HTTP. */
  readonly status?: number;
  readonly outcome: string;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly issues?: readonly NotificationIssue[];
  readonly receivedAt: Date;
  readonly durationMilliseconds: number;
}

/** One line for refusals with the same code that weren't printed. */
export function summaryLine({ status, code }: PrintedOutcome, count: number): string {
  const time = style("dim", new Date().toTimeString().slice(0, 8));
  return `${time}  ${style("yellow", String(status))}  ${style("bold", "refused")}  ${code ?? ""}  ${count} more within a minute`;
}

/** One line for the outcome of a delivery, and more for issues and advice. */
export function outcomeLines(printed: PrintedOutcome, summary: string | undefined): string[] {
  const { status, outcome, code, message, issues = [], receivedAt, durationMilliseconds } = printed;
  const isDelivered = status === 200 || status === undefined;
  const time = style("dim", receivedAt.toTimeString().slice(0, 8));
  const shownStatus = style(isDelivered ? "green" : status < 500 ? "yellow" : "red", String(status ?? "—"));
  const took = style("dim", `${durationMilliseconds.toFixed(0)} ms`);
  const indent = " ".repeat(15);
  // What an inbox has isn't handled yet.
  const stored = outcome === "stored" || outcome === "duplicate" ? [style("bold", outcome)] : [];
  // The message of a refusal ends with the first of its issues.
  const listed = message === undefined ? issues : issues.slice(1);
  const issueLines = listed.map(({ path, message: why }) => `${indent}${printable(path)} ${printable(why)}`);
  if (summary !== undefined && isDelivered && outcome !== "quarantined")
    return [[time, shownStatus, ...stored, summary, took].join("  "), ...issueLines];
  const shownOutcome = outcome === "quarantined" ? "kept in quarantine" : outcome;
  const parts = [time, shownStatus, style("bold", shownOutcome), code ?? "", printable(message ?? "", 300), summary, took];
  const advice = code === undefined && !isDelivered ? adviceOnStatus(status) : adviceOn(code);
  return [
    parts.filter((part) => part !== undefined).join("  "),
    ...issueLines,
    ...(advice === undefined ? [] : [`${indent}${style("dim", "→")} ${advice}`]),
  ];
}
