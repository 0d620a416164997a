import type { PollVote } from "../messages/poll-update-message.ts";
import { idMessageOf } from "./id-message-of.ts";
import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/** A poll, as it was created or as it stands. */
export interface Poll {
  /** The `idMessage` of the poll itself, also when votes arrive. `undefined` where it wasn't sent. */
  readonly idMessage: string | undefined;
  /** The question. `undefined` where votes came without it. */
  readonly name: string | undefined;
  /** What can be chosen, with the ids of those who chose it so far: all of them, not only the latest. Nobody yet in a new poll. */
  readonly options: readonly { readonly name: string; readonly voters: readonly string[] }[];
  /** Whether several options may be chosen. `undefined` where it wasn't sent. */
  readonly multipleAnswers: boolean | undefined;
}

/**
 * The poll of a `pollMessage` in either form, or the tally of a `pollUpdateMessage`. `undefined` for every other message.
 *
 * @example
 * for (const option of pollOf(notification)?.options ?? []) console.log(option.name, option.voters.length);
 */
export function pollOf(notification: Readable): Poll | undefined {
  const data = messageDataOf(notification);
  switch (data?.typeMessage) {
    case "pollMessage": {
      const { pollMessageData: current, pollCreationMessage: former } = data;
      const poll = current ?? former;
      if (poll === undefined) return undefined;
      return {
        idMessage: idMessageOf(notification),
        name: poll.name,
        options: poll.options.map(({ optionName }) => ({ name: optionName, voters: [] })),
        multipleAnswers: current === undefined ? severalOf(former?.selectableOptionsCount) : current.multipleAnswers,
      };
    }
    case "pollUpdateMessage": {
      const { stanzaId, name, votes, multipleAnswers } = data.pollMessageData;
      return { idMessage: stanzaId, name, options: votes.map(tallied), multipleAnswers };
    }
    default:
      return undefined;
  }
}

/** Ids in the pages, objects with an id in other sources; a voter without an id can't be named. */
function tallied({ optionName, optionVoters }: PollVote): Poll["options"][number] {
  const voters = optionVoters.map((voter) => (typeof voter === "string" ? voter : (voter.wid ?? voter.voterWid)));
  return { name: optionName, voters: voters.filter((voter) => voter !== undefined) };
}

/** 0 means any number. */
function severalOf(selectableOptionsCount: number | undefined): boolean | undefined {
  return selectableOptionsCount === undefined ? undefined : selectableOptionsCount !== 1;
}
