import { isIP } from "node:net";
import { maskSetting, requiredSettings, type Settings } from "@greenhook/core/api";
import { printable } from "../terminal/printable.ts";
import type { Finding } from "./finding.ts";

export interface Expected {
  /** Whether the API is on this machine, so that the webhookUrl may be too. */
  readonly isLocal: boolean;
  /** The token that the receiver expects; absent if unknown. */
  readonly token?: string | undefined;
  /** Notification and message types with a handler; absent if unknown. */
  readonly handles?: readonly string[] | undefined;
}

/** Checks the settings that decide whether notifications arrive. */
export function checkSettings(settings: Settings, expected: Expected): Finding[] {
  return [checkUrl(settings.webhookUrl ?? "", expected), checkToken(settings, expected), ...checkFlags(settings, expected)];
}

function checkUrl(url: string, { isLocal }: Expected): Finding {
  const check = "webhookUrl";
  if (url === "") {
    const advice =
      "set it with: greenhook settings set webhookUrl=https://…; or read the queue: greenhook listen with the options of the instance";
    return { check, result: "fault", found: "empty: notifications wait in the queue for 24 hours", advice };
  }
  const found = printable(String(maskSetting("webhookUrl", url)));
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    return { check, result: "fault", found: `not a URL: ${found}`, advice: "it must begin with https://" };
  }
  if (!isLocal && isPrivate(address.hostname)) {
    return {
      check,
      result: "fault",
      found: `${found} can't be reached from the internet`,
      advice: "set a public address, or that of a tunnel",
    };
  }
  if (!isLocal && address.protocol === "http:") {
    return { check, result: "advice", found, advice: "use https://: with http:// the notifications and the token can be read on the way" };
  }
  return { check, result: "ok", found };
}

function checkToken({ webhookUrl, webhookUrlToken }: Settings, { token }: Expected): Finding {
  const check = "webhookUrlToken";
  const set = webhookUrlToken ?? "";
  if (!webhookUrl) return { check, result: "skipped", found: "not applicable without a webhookUrl" };
  if (set === "") {
    return {
      check,
      result: "fault",
      found: "empty: no Authorization header is sent",
      advice: "set one, and require it in the receiver: without it anyone can deliver",
    };
  }
  if (token === undefined) return { check, result: "ok", found: "set (give --token to compare it with the receiver's)" };
  const bare = (text: string): string => text.replace(/^bearer +/i, "");
  if (bare(token) === bare(set)) return { check, result: "ok", found: "the same as --token" };
  return {
    check,
    result: "fault",
    found: "differs from --token",
    advice: "every delivery will be answered 401: set both to the same token",
  };
}

function checkFlags(settings: Settings, { handles }: Expected): Finding[] {
  const check = "flags";
  const on = Object.keys(settings).filter((key) => key.endsWith("Webhook") && settings[key] === "yes");
  if (on.length === 0) {
    return [{ check, result: "fault", found: "all off: nothing is sent", advice: "greenhook settings set incomingWebhook=yes" }];
  }
  const wanted = Object.keys(
    handles === undefined ? { incomingWebhook: "yes" } : requiredSettings({ registered: handles.flatMap(registrations) }),
  );
  const off = wanted.filter((key) => settings[key] !== "yes");
  if (off.length > 0) {
    return [
      {
        check,
        result: "fault",
        found: `off, but handled: ${off.join(", ")}`,
        advice: `greenhook settings set ${off.map((key) => `${key}=yes`).join(" ")}`,
      },
    ];
  }
  const idle = handles === undefined ? [] : on.filter((key) => !wanted.includes(key));
  if (idle.length > 0)
    return [
      {
        check,
        result: "advice",
        found: `on, but not handled: ${idle.join(", ")}`,
        advice: "switch them off to shorten the queue",
      },
    ];
  return [{ check, result: "ok", found: `on: ${on.join(", ")}` }];
}

/** A name is a `typeWebhook` or a `typeMessage`. */
function registrations(name: string): { typeWebhook: string; typeMessage?: string }[] {
  if (Object.keys(requiredSettings({ registered: [{ typeWebhook: name }] })).length > 0) return [{ typeWebhook: name }];
  return [{ typeWebhook: "incomingMessageReceived", typeMessage: name }];
}

function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) === 4) return /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[789]\d|1[01]\d|12[0-7]))\./.test(host);
  if (isIP(host) === 6) return /^(::1?$|f[cd]|fe80)/i.test(host);
  return /^localhost$|\.(localhost|local|internal|lan|home\.arpa)$/i.test(host) || !host.includes(".");
}
