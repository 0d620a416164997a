import { randomBytes } from "node:crypto";
import { settingFacts } from "@greenhook/core/api";
import { creating } from "../instance/instance.ts";
import { avatarsOf, changeAvatar } from "./avatars.ts";
import { invalid, positiveIn, positiveOr } from "./input-fields.ts";
import { presentFile } from "./message-content.ts";
import { qrCode } from "./qr-code.ts";
import type { Call, Methods } from "./method.ts";

/** Account methods. @see https://green-api.com/en/docs/api/account/ */
export const account: Methods = {
  getSettings: {
    verbs: ["GET"],
    rate: 1,
    run: ({ instance }) => ({ wid: instance.wid(), typeInstance: instance.typeInstance, ...instance.settings.readable }),
  },
  setSettings: {
    verbs: ["POST"],
    rate: 1,
    needsStarted: true,
    run: ({ instance, input }) => {
      instance.settings.write(settingsOf(input));
      instance.restart();
      return { saveSettings: true };
    },
  },
  getStateInstance: {
    verbs: ["GET"],
    rate: 1,
    run: ({ instance: { stateInstance } }) => (stateInstance === creating ? null : { stateInstance }),
  },
  getStateInstanceHistory: {
    verbs: ["GET"],
    rate: 1,
    run: ({ instance, query }) => {
      const count = positiveOr(100, query.get("count") ?? undefined, "count");
      const phoneNumber = instance.wid();
      // No source has their order: the newest first, as in other journals.
      return instance.stateHistory
        .toReversed()
        .slice(0, count)
        .map((change) => ({ ...change, phoneNumber }));
    },
  },
  getStatusInstance: {
    verbs: ["GET"],
    rate: 1,
    run: ({ instance }) => ({ statusInstance: instance.stateInstance === "authorized" ? "online" : "offline" }),
  },
  getWaSettings: { verbs: ["GET"], rate: 1, run: accountOf },
  getAccountSettings: { verbs: ["GET"], rate: 1, run: accountOf },
  qr: {
    verbs: ["GET"],
    rate: 3,
    needsStarted: true,
    run: ({ instance }) =>
      instance.stateInstance === "notAuthorized"
        ? { type: "qrCode", message: qrCode }
        : { type: "alreadyLogged", message: "instance account already authorized" },
  },
  logout: {
    verbs: ["GET"],
    rate: 1,
    needsStarted: true,
    run: ({ instance }) => {
      instance.setState("notAuthorized");
      return { isLogout: true };
    },
  },
  reboot: {
    verbs: ["GET"],
    rate: 1,
    needsStarted: true,
    run: ({ instance }) => {
      instance.restart();
      return { isReboot: true };
    },
  },
  getAuthorizationCode: {
    verbs: ["POST"],
    rate: 1,
    needsStarted: true,
    run: ({ instance, input }) => {
      positiveIn(input, "phoneNumber");
      return instance.stateInstance === "notAuthorized"
        ? { status: true, code: randomBytes(4).toString("hex").toUpperCase() }
        : { status: false, code: null };
    },
  },
  setProfilePicture: {
    verbs: ["POST"],
    rate: 0.1,
    rateOn: { v3: 1 },
    body: "form",
    run: (call) => {
      presentFile(call.file);
      const { changed, ...rest } = changeAvatar(call, call.instance.wid());
      return { setProfilePicture: changed, ...rest };
    },
  },
  updateApiToken: {
    verbs: ["GET"],
    rate: 1,
    run: ({ instance }) => {
      instance.apiTokenInstance = randomBytes(25).toString("hex");
      return { apiTokenInstance: instance.apiTokenInstance };
    },
  },
  // Archived.
  getDeviceInfo: {
    verbs: ["GET"],
    rate: 1,
    run: () => ({
      platform: "iphone",
      deviceManufacturer: "Apple",
      deviceModel: "iPhone",
      osVersion: "18.0",
      waVersion: "2.25",
      battery: 80,
    }),
  },
};

function accountOf({ instance }: Call): unknown {
  const phone = instance.wid().split("@")[0] ?? "";
  const avatar = avatarsOf(instance).get(instance.wid()) ?? "";
  const own = { avatar, phone, stateInstance: instance.stateInstance, chatId: instance.wid() };
  return instance.typeInstance === "whatsapp" ? { ...own, deviceId: "" } : { ...own, suspendedUntil: null };
}

/** The settings in a request's body. Read-only ones are ignored. Values of unknown keys must be strings. */
export function settingsOf(input: Readonly<Record<string, unknown>>): Record<string, string | number> {
  if (Object.keys(input).length === 0) throw invalid("at least one setting is required");
  const settings: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(input)) {
    const kind = settingFacts(key)?.kind;
    if (kind === "read only") continue;
    if (kind === "number") {
      if (typeof value !== "number" || value < 0) throw invalid(`'${key}' must be a number`);
      settings[key] = value;
    } else {
      if (typeof value !== "string") throw invalid(`'${key}' must be a string`);
      if (kind === "flag" && value !== "yes" && value !== "no") throw invalid(`'${key}' must be one of [yes, no]`);
      settings[key] = value;
    }
  }
  return settings;
}
