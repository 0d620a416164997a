import { randomBytes } from "node:crypto";
import { authorizationOf } from "../listen/choose-token.ts";
import { adviceOnStatus } from "../send/answer-line.ts";
import { postNotification, type PostedNotification } from "../send/post-notification.ts";
import { printable } from "../terminal/printable.ts";
import type { Finding } from "./finding.ts";

/** Where a test delivery goes, as the settings say. */
export interface DeliveryTarget {
  readonly webhookUrl: string;
  readonly webhookUrlToken: string;
  readonly idInstance: number;
  readonly timeoutMilliseconds: number;
}

/** Longer answers than this hold up an instance: it sends one after another, at best 50 a second. */
const slowMilliseconds = 1_000;

/**
 * Delivers three harmless notifications to the `webhookUrl`, as GREEN-API would: one that is documented and not in use any more, one with a
 * wrong token, and one of a kind that doesn't exist.
 */
export async function checkDelivery(target: DeliveryTarget): Promise<Finding[]> {
  const { webhookUrl, webhookUrlToken, timeoutMilliseconds } = target;
  const authorization = webhookUrlToken === "" ? undefined : authorizationOf(webhookUrlToken);
  const instanceData = { idInstance: target.idInstance, wid: "79000000000@c.us", typeInstance: "whatsapp" };
  const post = (header: string | undefined, notification: object): Promise<PostedNotification> =>
    postNotification(webhookUrl, JSON.stringify({ instanceData, timestamp: Math.floor(Date.now() / 1000), ...notification }), {
      authorization: header,
      timeoutMilliseconds,
    });

  const status = { typeWebhook: "statusInstanceChanged", statusInstance: "online" };
  const delivery = judgeDelivery(await post(authorization, status));
  if (delivery.result === "fault") return [delivery];
  const wrong = authorization === undefined ? undefined : await post(`Bearer ${randomBytes(16).toString("hex")}`, status);
  const unknown = await post(authorization, { typeWebhook: "greenhookTestOfAnUnknownKind" });
  return [delivery, ...(wrong === undefined ? [] : [judgeWrongToken(wrong)]), judgeUnknownKind(unknown)];
}

function judgeDelivery({ status, took, text }: PostedNotification): Finding {
  const check = "delivery";
  const seconds = (took / 1000).toFixed(took < 1000 ? 3 : 1);
  if (status === undefined)
    return {
      check,
      result: "fault",
      found: printable(text, 300),
      advice: "is the receiver running, and its address reachable from outside?",
    };
  if (status === 401 || status === 403) {
    return {
      check,
      result: "fault",
      found: `answered ${status} to the webhookUrlToken that is set`,
      advice: "make the receiver's token and webhookUrlToken the same",
    };
  }
  if (status !== 200) return { check, result: "fault", found: `answered ${status}`, advice: adviceOnStatus(status) };
  if (took > slowMilliseconds) {
    return {
      check,
      result: "fault",
      found: `answered 200, but only after ${seconds} s`,
      advice: "put the work into a queue and answer at once: one instance's notifications come one after another",
    };
  }
  return { check, result: "ok", found: `answered 200 in ${seconds} s` };
}

function judgeWrongToken({ status }: PostedNotification): Finding {
  const check = "wrong token";
  if (status === 401 || status === 403) return { check, result: "ok", found: `answered ${status}` };
  return {
    check,
    result: "fault",
    found: `answered ${status ?? "nothing"}`,
    advice: "the receiver doesn't check the Authorization header: anybody can deliver to it",
  };
}

function judgeUnknownKind({ status }: PostedNotification): Finding {
  const check = "unknown kind";
  if (status === 200) return { check, result: "ok", found: "answered 200" };
  return {
    check,
    result: "fault",
    found: `answered ${status ?? "nothing"}`,
    advice: "answer 200 to kinds that aren't known yet: the next one that GREEN-API adds would stop the queue",
  };
}
