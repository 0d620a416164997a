import { settingFacts } from "@greenhook/core/api";
import { ApiFailure } from "./api-failure.ts";
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
  getStateInstance: { verbs: ["GET"], rate: 1, run: ({ instance }) => ({ stateInstance: instance.stateInstance }) },
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
};

function accountOf({ instance }: Call): unknown {
  const phone = instance.wid().split("@")[0] ?? "";
  return { avatar: "", phone, stateInstance: instance.stateInstance, deviceId: "", chatId: instance.wid() };
}

/** The settings in a request's body. Read-only ones are ignored. Values of unknown keys must be strings. */
function settingsOf(input: Readonly<Record<string, unknown>>): Record<string, string | number> {
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

function invalid(details: string): ApiFailure {
  return new ApiFailure(400, `Validation failed. Details: ${details}`);
}
