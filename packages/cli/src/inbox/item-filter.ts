import type { InboxFilter, InboxState } from "@greenhook/inbox";
import { Option, type Command } from "commander";
import { CommandFailure } from "../command-failure.ts";
import { parseDuration } from "../terminal/duration.ts";

/** The options that choose items. */
export interface FilterOptions {
  readonly waiting?: boolean;
  readonly running?: boolean;
  readonly done?: boolean;
  readonly dead?: boolean;
  readonly chat?: string;
  readonly olderThan?: number;
}

const states: readonly InboxState[] = ["waiting", "running", "done", "dead"];

/** Adds the options that choose items. */
export function withFilterOptions(command: Command): Command {
  for (const state of states) {
    const others = states.filter((each) => each !== state);
    command.addOption(new Option(`--${state}`, `items that are ${state}`).conflicts(others));
  }
  return command
    .addOption(new Option("--chat <chatId>", "items of a chat, such as 79000000001@c.us"))
    .addOption(new Option("--older-than <time>", "items stored longer ago, such as 45m, 26h or 30d").argParser(parseDuration("it", 365)));
}

/** @throws {CommandFailure} an id is none */
export function filterOf(options: FilterOptions, ids: readonly string[] = []): InboxFilter {
  const state = states.find((each) => options[each] === true);
  const { chat, olderThan } = options;
  if (ids.some((id) => id.trim() === "")) throw new CommandFailure("An id is empty");
  return {
    ...(state === undefined ? undefined : { state }),
    ...(chat === undefined ? undefined : { chat }),
    ...(olderThan === undefined ? undefined : { storedBefore: new Date(Date.now() - olderThan) }),
    ...(ids.length === 0 ? undefined : { ids }),
  };
}
