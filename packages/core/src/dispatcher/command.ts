import { foldCase } from "./fold-case.ts";
import type { IncomingText } from "./incoming-text.ts";

/** A command that a user wrote: `/weather@my_bot Berlin tomorrow`. */
export interface Command {
  /** The command, as it was registered: `/weather`. */
  readonly name: string;
  /** The name behind the `@`, for groups with several bots. `undefined` where there is none. */
  readonly bot: string | undefined;
  /** What follows, without blanks around it: `Berlin tomorrow`. Empty where nothing does. */
  readonly text: string;
  /** The words of `text`: `["Berlin", "tomorrow"]`. */
  readonly words: readonly string[];
}

/**
 * Finds one of some commands in a text; one that is addressed to another bot than this only if no bot is named here.
 *
 * @throws TypeError for a name that isn't one word, or has an `@` in it.
 */
export function toFindCommand(
  names: string | readonly string[],
  ownBot: string | undefined,
): (incoming: IncomingText) => Command | undefined {
  const wanted = [names].flat().map((name) => ({ name, folded: foldCase(commandName(name)) }));
  const wantedBot = ownBot && foldCase(ownBot.replace("@", ""));
  return (incoming) => {
    const { is, bot, text } = incoming.command();
    const found = wanted.find(({ folded }) => is(folded));
    if (found === undefined || (wantedBot && bot !== undefined && foldCase(bot) !== wantedBot)) return undefined;
    return { name: found.name, bot, text, words: text === "" ? [] : text.split(/\s+/) };
  };
}

function commandName(name: unknown): string {
  if (typeof name === "string" && /^[^\s@]+$/.test(name)) return name;
  throw new TypeError('Cannot register a handler: a command must be one word without "@"');
}
