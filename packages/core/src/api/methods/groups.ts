import type { OpenUnion } from "../../schema/open-union.ts";
import type { CallOptions } from "./call-options.ts";
import type { FileInput } from "./file-input.ts";
import { change, query, type MethodSpecs } from "./method-spec.ts";
import { check } from "./value-check.ts";

/**
 * Methods of groups. WhatsApp, Telegram, MAX. A boolean in a result is the outcome: `false` comes with status 200. Rates are those documented
 * for WhatsApp, per instance and method. Only `getGroupData` is retried.
 */
export interface GroupMethods {
  /** Creates a group. 1 a second; one in 5 minutes is advised. @see https://green-api.com/en/docs/api/groups/CreateGroup/ */
  createGroup(input: CreateGroupInput, options?: CallOptions): Promise<CreatedGroup>;
  /** Renames a group. 1 a second. @see https://green-api.com/en/docs/api/groups/UpdateGroupName/ */
  updateGroupName(
    input: GroupReference & { readonly groupName: string },
    options?: CallOptions,
  ): Promise<{ readonly updateGroupName: boolean }>;
  /**
   * A group's subject and participants. 1 a second, on MAX 10.
   *
   * @throws {ApiValidationError} with `code` `item-not-found` or `forbidden`, which GREEN-API reports with status 200
   * @see https://green-api.com/en/docs/api/groups/GetGroupData/
   */
  getGroupData(input: GroupReference, options?: CallOptions): Promise<GroupData>;
  /**
   * Changes what participants may do. WhatsApp, Telegram. No rate is documented: 1 a second.
   *
   * @see https://green-api.com/en/docs/api/groups/UpdateGroupSettings/
   */
  updateGroupSettings(
    input: GroupReference & GroupPermissions,
    options?: CallOptions,
  ): Promise<{ readonly updateGroupSettings: boolean; readonly reason?: string | null }>;
  /** Adds a participant. 10 a second. The result's key isn't the method's name. @see https://green-api.com/en/docs/api/groups/AddGroupParticipant/ */
  addGroupParticipant(input: GroupParticipantInput, options?: CallOptions): Promise<{ readonly addParticipant: boolean }>;
  /** Removes a participant. 10 a second. The result's key isn't the method's name. @see https://green-api.com/en/docs/api/groups/RemoveGroupParticipant/ */
  removeGroupParticipant(input: GroupParticipantInput, options?: CallOptions): Promise<{ readonly removeParticipant: boolean }>;
  /** Makes a participant an administrator. 10 a second. @see https://green-api.com/en/docs/api/groups/SetGroupAdmin/ */
  setGroupAdmin(input: GroupParticipantInput, options?: CallOptions): Promise<{ readonly setGroupAdmin: boolean }>;
  /** Makes an administrator a plain participant. 10 a second. @see https://green-api.com/en/docs/api/groups/RemoveAdmin/ */
  removeAdmin(input: GroupParticipantInput, options?: CallOptions): Promise<{ readonly removeAdmin: boolean }>;
  /** Changes a group's picture to a JPEG. 1 a second. @see https://green-api.com/en/docs/api/groups/SetGroupPicture/ */
  setGroupPicture(input: GroupReference & { readonly file: FileInput }, options?: CallOptions): Promise<SetGroupPictureResult>;
  /** Leaves a group. 10 a second. @see https://green-api.com/en/docs/api/groups/LeaveGroup/ */
  leaveGroup(input: GroupReference, options?: CallOptions): Promise<LeaveGroupResult>;
}

/** A group, by the key that its messenger documents. It is sent as given. */
export type GroupReference =
  | {
      /** WhatsApp's `…@g.us`, and MAX's negative number as a string. */
      readonly groupId: string;
      readonly chatId?: never;
    }
  | {
      /** Telegram's negative number as a string. GREEN-API's own web client sends it for MAX too. */
      readonly chatId: string;
      readonly groupId?: never;
    };

export interface CreateGroupInput {
  readonly groupName: string;
  /** The participants' chat ids. */
  readonly chatIds: readonly string[];
  /** Telegram. */
  readonly type?: OpenUnion<"group" | "supergroup">;
  /** Telegram. */
  readonly isAnonymous?: boolean;
}

export interface CreatedGroup {
  readonly created: boolean;
  /** The group's id. */
  readonly chatId?: string;
  readonly groupInviteLink?: string;
}

/** What participants may do. WhatsApp demands the first two and knows no others; on Telegram all are optional. */
export interface GroupPermissions {
  readonly allowParticipantsEditGroupSettings?: boolean;
  readonly allowParticipantsSendMessages?: boolean;
  /** Telegram. */
  readonly allowParticipantsSendMedia?: boolean;
  /** Telegram. */
  readonly allowParticipantsSendPolls?: boolean;
  /** Telegram. */
  readonly allowParticipantsSendOtherMessages?: boolean;
  /** Telegram. */
  readonly allowParticipantsAddWebPagePreviews?: boolean;
  /** Telegram. */
  readonly allowParticipantsAddMembers?: boolean;
  /** Telegram. */
  readonly allowParticipantsPinMessages?: boolean;
}

export type GroupParticipantInput = GroupReference & {
  /** The participant's chat id. */
  readonly participantChatId: string;
};

export interface GroupData {
  /** WhatsApp, MAX. */
  readonly groupId?: string;
  /** Telegram, MAX. */
  readonly chatId?: string;
  /** Chat id of the account that created the group. */
  readonly owner?: string;
  /** The group's name. */
  readonly subject?: string;
  readonly description?: string;
  /** UNIX seconds, on Telegram and MAX also as text. */
  readonly creation?: number | string;
  readonly participants?: readonly GroupParticipant[];
  /** When the name changed last, UNIX seconds. */
  readonly subjectTime?: number;
  /** Chat id of the account that changed the name last. */
  readonly subjectOwner?: string;
  /** Empty unless the account is an administrator. */
  readonly groupInviteLink?: string;
  /** In GREEN-API's own web client. */
  readonly allowParticipantsSendInviteLink?: boolean;
  /** In GREEN-API's own web client. */
  readonly allowParticipantsSendMessageHistory?: boolean;
  /** Other keys. */
  readonly [key: string]: unknown;
}

export interface GroupParticipant {
  /** The participant's chat id, on WhatsApp. */
  readonly id?: string;
  /** The participant's chat id, on Telegram and MAX. */
  readonly chatId?: string;
  readonly name?: string;
  readonly isAdmin?: boolean;
  /** The group's creator. */
  readonly isSuperAdmin?: boolean;
}

export interface SetGroupPictureResult {
  readonly setGroupPicture: boolean;
  /** URL of the new picture. */
  readonly urlAvatar?: string | null;
  /** Why it failed; `null` or empty if it didn't. */
  readonly reason?: string | null;
}

/** One of both keys: `removeAdmin` is known to two clients of GREEN-API's own. */
export interface LeaveGroupResult {
  readonly leaveGroup?: boolean;
  readonly removeAdmin?: boolean;
}

const group = { groupId: check.nonBlank, chatId: check.nonBlank };
const groupKeys = ["groupId", "chatId"] as const;
const participant = { required: { participantChatId: check.nonBlank }, optional: group, oneOf: groupKeys };

export const groupSpecs: MethodSpecs<GroupMethods> = {
  createGroup: {
    ...change,
    input: {
      required: { groupName: check.nonBlank, chatIds: check.texts },
      optional: { type: check.text, isAnonymous: check.flag },
    },
    response: { created: check.flag },
  },
  updateGroupName: {
    ...change,
    input: { required: { groupName: check.nonBlank }, optional: group, oneOf: groupKeys },
    response: { updateGroupName: check.flag },
  },
  getGroupData: { ...query, ratesElsewhere: { max: 10 }, input: { optional: group, oneOf: groupKeys }, response: {} },
  updateGroupSettings: {
    ...change,
    input: {
      optional: {
        ...group,
        allowParticipantsEditGroupSettings: check.flag,
        allowParticipantsSendMessages: check.flag,
        allowParticipantsSendMedia: check.flag,
        allowParticipantsSendPolls: check.flag,
        allowParticipantsSendOtherMessages: check.flag,
        allowParticipantsAddWebPagePreviews: check.flag,
        allowParticipantsAddMembers: check.flag,
        allowParticipantsPinMessages: check.flag,
      },
      oneOf: groupKeys,
    },
    response: { updateGroupSettings: check.flag },
  },
  addGroupParticipant: { ...change, callsPerSecond: 10, input: participant, response: { addParticipant: check.flag } },
  removeGroupParticipant: { ...change, callsPerSecond: 10, input: participant, response: { removeParticipant: check.flag } },
  setGroupAdmin: { ...change, callsPerSecond: 10, input: participant, response: { setGroupAdmin: check.flag } },
  removeAdmin: { ...change, callsPerSecond: 10, input: participant, response: { removeAdmin: check.flag } },
  setGroupPicture: {
    ...change,
    input: { required: { file: check.file }, optional: group, oneOf: groupKeys },
    inputAs: "picture",
    response: { setGroupPicture: check.flag },
  },
  leaveGroup: { ...change, callsPerSecond: 10, input: { optional: group, oneOf: groupKeys }, response: {} },
};
