import { checkOptionNames, lineWriter, type WriteLine } from "@greenhook/core";
import { longestDelayMilliseconds } from "../engine/longest-delay.ts";
import type { WorkOptions } from "../inbox/work-options.ts";

/** The options of a worker, checked and complete. */
export interface WorkSettings {
  readonly concurrency: number;
  readonly handlerMilliseconds: number;
  readonly retryForMilliseconds: number;
  readonly firstRetryMilliseconds: number;
  readonly longestRetryMilliseconds: number;
  readonly attempts: number;
  readonly whenDead: "continue" | "block";
  readonly storeErrors: boolean;
  /** `undefined` for no log. */
  readonly write: WriteLine | undefined;
}

const day = 86_400_000;

/** @throws TypeError for an option that makes no sense. */
export function workSettingsOf(options: WorkOptions): WorkSettings {
  checkOptionNames("work", options, optionNames);
  const { whenDead = "continue", storeErrors = true } = options;
  if (whenDead !== "continue" && whenDead !== "block") throw refusal("whenDead", '"continue" or "block"');
  if (typeof storeErrors !== "boolean") throw refusal("storeErrors", "a boolean");
  return {
    concurrency: whole("concurrency", options.concurrency ?? 64, 1, 10_000),
    // Timers hold 31 bits.
    handlerMilliseconds: between("handlerMilliseconds", options.handlerMilliseconds ?? 900_000, 1, 2 ** 31 - 1 - handlerGraceMilliseconds),
    retryForMilliseconds: between("retryForMilliseconds", options.retryForMilliseconds ?? day, 0, 365 * day),
    firstRetryMilliseconds: between("firstRetryMilliseconds", options.firstRetryMilliseconds ?? 1_000, 0, longestDelayMilliseconds),
    longestRetryMilliseconds: between("longestRetryMilliseconds", options.longestRetryMilliseconds ?? 300_000, 0, longestDelayMilliseconds),
    attempts: options.attempts === Infinity ? Infinity : whole("attempts", options.attempts ?? Infinity, 1, Infinity),
    whenDead,
    storeErrors,
    write: lineWriter("work", options.logger),
  };
}

const optionNames: Readonly<Record<keyof WorkOptions, true>> = {
  concurrency: true,
  signal: true,
  handlerMilliseconds: true,
  retryForMilliseconds: true,
  firstRetryMilliseconds: true,
  longestRetryMilliseconds: true,
  attempts: true,
  whenDead: true,
  quarantine: true,
  storeErrors: true,
  onOutcome: true,
  logger: true,
};

/** How long after its signal was aborted a handler may still return. */
export const handlerGraceMilliseconds = 30_000;

function whole(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) || value === Infinity) return between(name, value, least, most);
  throw refusal(name, "a whole number");
}

function between(name: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw refusal(name, `a number from ${least} to ${most}`);
}

function refusal(name: string, expected: string): TypeError {
  return new TypeError(`Cannot work: "${name}" must be ${expected}`);
}
