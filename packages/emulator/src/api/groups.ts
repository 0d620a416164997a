import type { Instance } from "../instance/instance.ts";
import { changeAvatar } from "./avatars.ts";
import { chatIdIn, invalid, optionalFlagIn, textIn, textsIn } from "./input-fields.ts";
import { perInstance } from "./instance-state.ts";
import type { Call, Method, Methods } from "./method.ts";
import { presentFile } from "./message-content.ts";

type Role = "member" | "admin" | "owner";

interface Group {
  readonly chatId: string;
  readonly owner: string;
  /** UNIX seconds. */
  readonly creation: number;
  readonly participants: Map<string, Role>;
  subject: string;
  /** UNIX seconds. */
  subjectTime: number;
  /** Set by `leaveGroup`. */
  left: boolean;
}

/** Groups. Telegram names the group `chatId`, WhatsApp `groupId`. @see https://green-api.com/en/docs/api/groups/ */
export const groups: Methods = {
  createGroup: { verbs: ["POST"], rate: 1, run: create },
  updateGroupName: {
    verbs: ["POST"],
    rate: 1,
    run: (call) => {
      const groupName = textIn(call.input, "groupName");
      const group = joinedGroup(call);
      if (group === undefined) return { updateGroupName: false };
      group.subject = groupName;
      group.subjectTime = seconds(call);
      return { updateGroupName: true };
    },
  },
  getGroupData: { verbs: ["POST"], rate: 1, rateOn: { v3: 10 }, run: data },
  updateGroupSettings: { verbs: ["POST"], rate: 1, run: updateSettings },
  addGroupParticipant: changeParticipant("addParticipant", (group, chatId, { noAccount }) => {
    if (group.participants.has(chatId) || noAccount.has(chatId)) return false;
    group.participants.set(chatId, "member");
    return true;
  }),
  removeGroupParticipant: changeParticipant("removeParticipant", (group, chatId) => group.participants.delete(chatId)),
  setGroupAdmin: changeParticipant("setGroupAdmin", (group, chatId) => changeRole(group, chatId, "admin")),
  removeAdmin: changeParticipant("removeAdmin", (group, chatId) => changeRole(group, chatId, "member")),
  setGroupPicture: {
    verbs: ["POST"],
    rate: 1,
    body: "form",
    run: (call) => {
      presentFile(call.file);
      const group = joinedGroup(call);
      if (group === undefined) return { setGroupPicture: false, urlAvatar: null, reason: "item-not-found" };
      const { changed, ...rest } = changeAvatar(call, group.chatId);
      return { setGroupPicture: changed, ...rest };
    },
  },
  leaveGroup: {
    verbs: ["POST"],
    rate: 10,
    run: (call) => {
      const group = joinedGroup(call);
      if (group === undefined) return { leaveGroup: false };
      group.participants.delete(call.instance.wid());
      group.left = true;
      return { leaveGroup: true };
    },
  },
};

const groupsOf = perInstance(() => new Map<string, Group>());

/** Whether a chat is a group. */
export function isGroup(chatId: string): boolean {
  return chatId.endsWith("@g.us") || chatId.startsWith("-");
}

/** The name of a group that was created by a method. */
export function groupNameOf(instance: Instance, chatId: string): string | undefined {
  return groupsOf(instance).get(chatId)?.subject;
}

/** The groups that the account is in and that were created by a method. */
export function groupIdsOf(instance: Instance): readonly string[] {
  return [...groupsOf(instance).values()].filter(({ left }) => !left).map(({ chatId }) => chatId);
}

function create(call: Call): unknown {
  const { instance, input } = call;
  const subject = textIn(input, "groupName");
  const chatIds = textsIn(input, "chatIds");
  const number = String(groupsOf(instance).size + 1).padStart(12, "0");
  const chatId = instance.typeInstance === "whatsapp" ? `120364${number}@g.us` : `-100${number}`;
  const members = chatIds.filter((member) => !instance.noAccount.has(member));
  add(call, { chatId, subject, members, owner: instance.wid() });
  return { created: true, chatId, groupInviteLink: inviteLinkOf(chatId) };
}

function add(
  call: Call,
  { chatId, subject, members, owner }: { chatId: string; subject: string; members: readonly string[]; owner: string },
): Group {
  const participants = new Map<string, Role>(members.map((member) => [member, "member"]));
  participants.set(owner, "owner");
  const created = seconds(call);
  const group: Group = { chatId, owner, creation: created, participants, subject, subjectTime: created, left: false };
  groupsOf(call.instance).set(chatId, group);
  return group;
}

/** The group that an input names: one that a method created, or one that the account had a message in. */
function groupIn(call: Call): Group | undefined {
  const { instance, input } = call;
  const chatId = chatIdIn(call, input["groupId"] === undefined && input["chatId"] !== undefined ? "chatId" : "groupId");
  const known = groupsOf(instance).get(chatId);
  const chat = instance.journal.chats.get(chatId);
  if (known !== undefined || chat === undefined || !isGroup(chatId)) return known;
  const rows = instance.journal.messages("incoming").filter((row) => row["chatId"] === chatId);
  const senders = [...new Set(rows.map((row) => String(row["senderId"])))];
  const group = add(call, { chatId, subject: chat.name, members: senders, owner: senders[0] ?? instance.wid() });
  if (!group.participants.has(instance.wid())) group.participants.set(instance.wid(), "admin");
  return group;
}

function joinedGroup(call: Call): Group | undefined {
  const group = groupIn(call);
  return group?.left === true ? undefined : group;
}

/** A failure is a text with the status 200. */
function data(call: Call): unknown {
  const group = groupIn(call);
  if (group === undefined) return "Error: item-not-found";
  if (group.left) return "Error: forbidden";
  const { chatId, owner, subject, creation, subjectTime } = group;
  const [ofGroup, ofMember] = call.instance.typeInstance === "whatsapp" ? ["groupId", "id"] : ["chatId", "chatId"];
  return {
    [ofGroup]: chatId,
    owner,
    subject,
    creation,
    participants: [...group.participants].map(([member, role]) => ({
      [ofMember]: member,
      isAdmin: role !== "member",
      isSuperAdmin: role === "owner",
    })),
    subjectTime,
    subjectOwner: owner,
    groupInviteLink: inviteLinkOf(chatId),
  };
}

/** WhatsApp demands both of its flags; on Telegram all are optional. */
function updateSettings(call: Call): unknown {
  const { instance, input } = call;
  for (const flag of ["allowParticipantsEditGroupSettings", "allowParticipantsSendMessages"]) {
    if (optionalFlagIn(input, flag) === undefined && instance.typeInstance === "whatsapp") throw invalid(`'${flag}' is required`);
  }
  const found = joinedGroup(call) !== undefined;
  return { updateGroupSettings: found, reason: found ? "" : "item-not-found" };
}

/** `change` returns whether it changed anything: the key's value in the result, with the status 200. */
function changeParticipant(key: string, change: (group: Group, chatId: string, instance: Instance) => boolean): Method {
  return {
    verbs: ["POST"],
    rate: 10,
    run: (call) => {
      const participant = chatIdIn(call, "participantChatId");
      const group = joinedGroup(call);
      return { [key]: group !== undefined && change(group, participant, call.instance) };
    },
  };
}

function changeRole({ participants }: Group, chatId: string, role: Role): boolean {
  const current = participants.get(chatId);
  if (current === undefined || current === "owner") return false;
  participants.set(chatId, role);
  return true;
}

function inviteLinkOf(chatId: string): string {
  return `https://chat.whatsapp.com/${Buffer.from(chatId).toString("base64url")}`;
}

function seconds({ clock }: Call): number {
  return Math.floor(clock.now() / 1_000);
}
