import type { Instance } from "../instance/instance.ts";
import { avatarsOf } from "./avatars.ts";
import { contactNamesOf } from "./contacts.ts";
import { groupIdsOf, groupNameOf, isGroup } from "./groups.ts";
import { chatIdIn, invalid, optionalFlagIn, positiveIn, positiveOr } from "./input-fields.ts";
import { perInstance } from "./instance-state.ts";
import { responses } from "./response.ts";
import { ApiFailure } from "./api-failure.ts";
import type { Call, Method, Methods } from "./method.ts";

interface ChatState {
  archive: boolean;
  /** Seconds. 0 while messages don't disappear. */
  ephemeralExpiration: number;
  /** UNIX seconds. */
  ephemeralSettingTimestamp: number;
}

const chatStatesOf = perInstance(() => new Map<string, ChatState>());
const checkedOf = perInstance(() => new Set<string>());

/** Accounts, contacts and chats. @see https://green-api.com/en/docs/api/service/ */
export const service: Methods = {
  checkWhatsapp: {
    verbs: ["POST"],
    rate: 10,
    run: (call) => {
      const { instance, input } = call;
      const chatId = input["chatId"] === undefined ? `${phoneIn(call)}@c.us` : chatIdIn(call);
      const existsWhatsapp = !instance.noAccount.has(chatId);
      return { existsWhatsapp, ...(existsWhatsapp ? { chatId } : undefined), fromCache: fromCache(call, chatId) };
    },
  },
  checkAccount: { verbs: ["POST"], rate: 10, run: checkAccount },
  getAvatar: {
    verbs: ["POST"],
    rate: 10,
    run: (call) => {
      const urlAvatar = avatarsOf(call.instance).get(chatIdIn(call)) ?? "";
      return { urlAvatar, available: urlAvatar !== "" };
    },
  },
  getContacts: { verbs: ["GET"], rate: 1, run: listContacts },
  getContactInfo: { verbs: ["POST"], rate: 1, rateOn: { v3: 10 }, run: contactInfo },
  getChats: {
    verbs: ["GET"],
    // No source has its rate.
    rate: 1,
    run: (call) => limited(call, chatIdsOf(call.instance)).map((chatId) => ({ ...rowOf(call, chatId), ...stateOf(call, chatId) })),
  },
  archiveChat: archive(true),
  unarchiveChat: archive(false),
  setDisappearingChat: {
    verbs: ["POST"],
    rate: 1,
    run: (call) => {
      const chatId = chatIdIn(call);
      const { ephemeralExpiration } = call.input;
      if (ephemeralExpiration === undefined) throw invalid("'ephemeralExpiration' is required");
      if (typeof ephemeralExpiration !== "number" || ![0, 86_400, 604_800, 7_776_000].includes(ephemeralExpiration)) {
        throw invalid("'ephemeralExpiration' must be one of [0, 86400, 604800, 7776000]");
      }
      const ephemeralSettingTimestamp = Math.floor(call.clock.now() / 1_000);
      chatStatesOf(call.instance).set(chatId, { ...stateOf(call, chatId), ephemeralExpiration, ephemeralSettingTimestamp });
      return { chatId, disappearingMessagesInChat: ephemeralExpiration > 0, ephemeralExpiration };
    },
  },
};

/** Digits without `+`. */
function phoneIn({ input }: Call): string {
  const phone = String(positiveIn(input, "phoneNumber"));
  if (!/^\d{11,16}$/.test(phone)) throw invalid("'phoneNumber' must have 11 to 16 digits");
  return phone;
}

/** Whether the same check was made before. `force` asks the messenger again. */
function fromCache({ instance, input }: Call, key: string): boolean {
  const checked = checkedOf(instance);
  const known = checked.has(key) && optionalFlagIn(input, "force") !== true;
  checked.add(key);
  return known;
}

/** Telegram and MAX. An account's chat id isn't its phone: the emulator's is the phone's last nine digits, or made of the name's letters. */
function checkAccount(call: Call): unknown {
  const { instance, input } = call;
  if (instance.stateInstance !== "authorized") {
    const reason = "instance is starting or not authorized";
    throw new ApiFailure(400, reason, responses.json({ status: false, reason }, 400));
  }
  const { username } = input;
  if (input["phoneNumber"] === undefined && username === undefined) throw invalid("'phoneNumber' or 'username' is required");
  const chatId =
    typeof username === "string"
      ? String(Buffer.from(username).reduce((sum, byte) => (sum * 31 + byte) % 900_000_000, 7) + 100_000_000)
      : phoneIn(call).slice(-9);
  const exist = !instance.noAccount.has(chatId);
  return { exist, chatId: exist ? chatId : "", fromCache: fromCache(call, chatId) };
}

/** The chats with messages, and the groups, the latest first. */
function chatIdsOf(instance: Instance): readonly string[] {
  const inOrder = instance.journal.messages().map((row) => String(row["chatId"]));
  return [...new Set([...inOrder, ...groupIdsOf(instance)])].filter((chatId) => instance.journal.chats.has(chatId) || isGroup(chatId));
}

function listContacts(call: Call): unknown {
  const { instance, query } = call;
  const wanted = query.get("group");
  const all = [...new Set([...chatIdsOf(instance), ...contactNamesOf(instance).keys()])];
  const chosen = wanted === null ? all : all.filter((chatId) => isGroup(chatId) === (wanted === "true"));
  return limited(call, chosen).map((chatId) => rowOf(call, chatId));
}

function limited({ query }: Call, chatIds: readonly string[]): readonly string[] {
  return chatIds.slice(0, positiveOr(Number.MAX_SAFE_INTEGER, query.get("count") ?? undefined, "count"));
}

function rowOf({ instance }: Call, chatId: string): object {
  const chat = instance.journal.chats.get(chatId);
  return {
    [instance.typeInstance === "whatsapp" ? "id" : "chatId"]: chatId,
    name: groupNameOf(instance, chatId) ?? chat?.name ?? "",
    contactName: contactNamesOf(instance).get(chatId) ?? chat?.contactName ?? "",
    type: isGroup(chatId) ? "group" : "user",
  };
}

function stateOf({ instance }: Call, chatId: string): ChatState {
  return chatStatesOf(instance).get(chatId) ?? { archive: false, ephemeralExpiration: 0, ephemeralSettingTimestamp: 0 };
}

function contactInfo(call: Call): unknown {
  const { instance } = call;
  const chatId = chatIdIn(call);
  const chat = instance.journal.chats.get(chatId);
  const { archive: isArchive, ephemeralExpiration: messageExpiration } = stateOf(call, chatId);
  return {
    avatar: avatarsOf(instance).get(chatId) ?? "",
    name: groupNameOf(instance, chatId) ?? chat?.name ?? "",
    contactName: contactNamesOf(instance).get(chatId) ?? chat?.contactName ?? "",
    email: "",
    category: "",
    description: "",
    products: [],
    chatId,
    lastSeen: null,
    isArchive,
    isDisappearing: messageExpiration > 0,
    isMute: false,
    isBusiness: false,
    messageExpiration,
    muteExpiration: null,
  };
}

function archive(archived: boolean): Method {
  return {
    verbs: ["POST"],
    rate: 10,
    run: (call) => {
      const chatId = chatIdIn(call);
      chatStatesOf(call.instance).set(chatId, { ...stateOf(call, chatId), archive: archived });
    },
  };
}
