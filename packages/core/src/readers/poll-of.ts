import { isObject } from "../schema/is-object.ts";
import { numberFrom } from "../schema/number-from.ts";
import { stringFrom } from "../schema/string-from.ts";
import { fieldsOf } from "./fields-of.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";
import type { Readable } from "./readable.ts";

/** A poll, as it was created or as it stands. */
export interface Poll {
  /** The `idMessage` of the poll itself, also when votes arrive. `undefined` where it wasn't sent. */
  readonly idMessage: string | undefined;
  /** The question. `undefined` where votes came without it. */
  readonly name: string | undefined;
  /** The options, each with the ids of all its voters so far. Without voters in a new poll. */
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
  const { typeMessage, pollMessageData, pollCreationMessage } = messageFieldsOf(notification);
  switch (typeMessage) {
    case "pollMessage": {
      const data = pollMessageData ?? pollCreationMessage;
      if (!isObject(data)) return undefined;
      const { name, options, multipleAnswers, selectableOptionsCount } = data;
      return {
        idMessage: stringFrom(notificationFieldsOf(notification)["idMessage"]),
        name: stringFrom(name),
        options: itemsOf(options).flatMap(untallied),
        multipleAnswers: booleanFrom(multipleAnswers) ?? severalFrom(selectableOptionsCount),
      };
    }
    case "pollUpdateMessage": {
      const { stanzaId, name, votes, multipleAnswers } = fieldsOf(pollMessageData);
      return {
        idMessage: stringFrom(stanzaId),
        name: stringFrom(name),
        options: itemsOf(votes).flatMap(tallied),
        multipleAnswers: booleanFrom(multipleAnswers),
      };
    }
    default:
      return undefined;
  }
}

/** An option of a new poll, reported as a plain string too. */
function untallied(option: unknown): Poll["options"] {
  const name = stringFrom(fieldsOf(option)["optionName"]) ?? stringFrom(option);
  return name === undefined ? [] : [{ name, voters: [] }];
}

function tallied(vote: unknown): Poll["options"] {
  const { optionName, optionVoters } = fieldsOf(vote);
  const name = stringFrom(optionName);
  const voters = itemsOf(optionVoters).map(voterFrom);
  return name === undefined ? [] : [{ name, voters: voters.filter((voter) => voter !== undefined) }];
}

/** An id in the pages, an object with an id in other sources. `undefined` for a voter without an id. */
function voterFrom(voter: unknown): string | undefined {
  const { wid, voterWid } = fieldsOf(voter);
  return stringFrom(voter) ?? stringFrom(wid) ?? stringFrom(voterWid);
}

/** 0 means any number. */
function severalFrom(selectableOptionsCount: unknown): boolean | undefined {
  const count = numberFrom(selectableOptionsCount);
  return count === undefined ? undefined : count !== 1;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function booleanFrom(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}
