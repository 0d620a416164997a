import { randomBytes } from "node:crypto";
import { authorizationOf } from "@greenhook/core";
import { adviceOnStatus } from "../send/response-line.ts";
import { postNotification, type PostedNotification } from "@greenhook/node";
import { printable } from "../terminal/printable.ts";
import type { Finding } from "./finding.ts";

export interface DeliveryTarget {
  readonly webhookUrl: string;
  readonly webhookUrlToken: string;
  readonly idInstance: number;
  readonly timeoutMilliseconds: number;
}

/** A slower response holds up the instance: it sends one notification after another, at most 50 a second. */
const slowMilliseconds = 1_000;

/**
 * Delivers three harmless notifications to the `webhookUrl`, as GREEN-API would: one of a deprecated type, one with a wrong token, and one of
 * an unknown type.
 */
export async function checkDelivery(target: DeliveryTarget): Promise<Finding[]> {
  const { webhookUrl, webhookUrlToken, timeoutMilliseconds } = target;
  const authorization = authorizationOf(webhookUrlToken);
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
  const unknown = await post(authorization, { typeWebhook: "greenhookTestOfAnUnknownType" });
  return [delivery, ...(wrong === undefined ? [] : [judgeWrongToken(wrong)]), judgeUnknownType(unknown)];
}

function judgeDelivery({ status, durationMilliseconds, text }: PostedNotification): Finding {
  const check = "delivery";
  const seconds = (durationMilliseconds / 1000).toFixed(durationMilliseconds < 1000 ? 3 : 1);
  if (status === undefined)
    return {
      check,
      result: "fault",
      found: printable(text, 300),
      advice: "check that the receiver runs, and that its address can be reached from the internet",
    };
  if (status === 401 || status === 403) {
    return {
      check,
      result: "fault",
      found: `answered ${status} to the webhookUrlToken that is set`,
      advice: "set the token of the receiver to webhookUrlToken",
    };
  }
  if (status !== 200) return { check, result: "fault", found: `answered ${status}`, advice: adviceOnStatus(status) };
  if (durationMilliseconds > slowMilliseconds) {
    return {
      check,
      result: "fault",
      found: `answered 200, but only after ${seconds} s`,
      advice: "respond first and process later: an instance sends its notifications one after another",
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
    found: status === undefined ? "no response" : `answered ${status}`,
    advice: "the receiver doesn't check the Authorization header: anyone can deliver to it",
  };
}

function judgeUnknownType({ status }: PostedNotification): Finding {
  const check = "unknown type";
  if (status === 200) return { check, result: "ok", found: "answered 200" };
  return {
    check,
    result: "fault",
    found: status === undefined ? "no response" : `answered ${status}`,
    advice: "answer 200 to unknown types: the next type that GREEN-API adds would stop the queue",
  };
}
