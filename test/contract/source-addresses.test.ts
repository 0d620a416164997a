import { createWebhookHandler, greenApiAddresses, type DeliveryOutcome, type SourceAddresses } from "@greenhook/core";
import { addressList } from "@greenhook/node";
import { expect, test } from "vitest";
import { lambdaSetUps } from "../lambda/set-ups.ts";
import { oneSetUpOfEach } from "./set-ups.ts";

const sender = "46.101.109.139";
const isAllowed = addressList(greenApiAddresses.addresses);
const isTrustedProxy = addressList(["127.0.0.1", "10.0.0.0/8"]);
const body = '{"typeWebhook":"somethingNew"}';

const cases: readonly { title: string; sources: Omit<SourceAddresses, "mode">; forwardedFor?: string; allowed: boolean }[] = [
  { title: "the peer itself, listed", sources: { isAllowed: addressList(["127.0.0.1"]) }, allowed: true },
  { title: "the peer itself, not listed", sources: { isAllowed }, allowed: false },
  { title: "X-Forwarded-For from a peer that nobody trusts", sources: { isAllowed }, forwardedFor: sender, allowed: false },
  { title: "X-Forwarded-For through a proxy", sources: { isAllowed, isTrustedProxy }, forwardedFor: sender, allowed: true },
  { title: "two proxies", sources: { isAllowed, isTrustedProxy }, forwardedFor: `${sender}, 10.1.2.3`, allowed: true },
  { title: "a forged entry at the left", sources: { isAllowed, isTrustedProxy }, forwardedFor: `${sender}, 203.0.113.9`, allowed: false },
  { title: "a listed address in its IPv6 form", sources: { isAllowed, isTrustedProxy }, forwardedFor: `::ffff:${sender}`, allowed: true },
  { title: "an address with a port", sources: { isAllowed, isTrustedProxy }, forwardedFor: `${sender}:4711`, allowed: true },
  { title: "IPv6 in brackets", sources: { isAllowed, isTrustedProxy }, forwardedFor: `[::ffff:${sender}]:4711`, allowed: true },
  { title: "garbage", sources: { isAllowed, isTrustedProxy }, forwardedFor: `unknown`, allowed: false },
  { title: "garbage before a proxy", sources: { isAllowed, isTrustedProxy }, forwardedFor: `${sender}, <x>, 10.1.2.3`, allowed: false },
  { title: "a predicate that returns a promise", sources: { isAllowed: (async () => true) as never }, allowed: false },
  { title: "a predicate that returns another truthy value", sources: { isAllowed: (() => "yes") as never }, allowed: false },
  {
    title: "a proxy predicate that returns a promise",
    sources: { isAllowed, isTrustedProxy: (async () => true) as never },
    forwardedFor: sender,
    allowed: false,
  },
];

test.each([...oneSetUpOfEach, ...lambdaSetUps.slice(1, 2)])("sourceAddresses are enforced, or only reported: $name", async ({ serve }) => {
  for (const { title, sources, forwardedFor, allowed } of cases) {
    for (const mode of ["enforce", "report"] as const) {
      const outcomes: DeliveryOutcome[] = [];
      const handler = createWebhookHandler({
        token: "secret",
        sourceAddresses: { ...sources, mode },
        deliver: () => undefined,
        onOutcome: (outcome) => outcomes.push(outcome),
      });
      const { url, close } = await serve(handler);
      const headers = { authorization: "Bearer secret", ...(forwardedFor === undefined ? undefined : { "x-forwarded-for": forwardedFor }) };
      const { status } = await fetch(url, { method: "POST", headers, body });
      await close();
      const [outcome] = outcomes;
      expect({ title, mode, status, code: outcome?.code, sourceAllowed: outcome?.sourceAllowed }).toEqual(
        mode === "enforce" && !allowed
          ? { title, mode, status: 403, code: "IP_DENIED", sourceAllowed: undefined }
          : { title, mode, status: 200, code: "UNKNOWN_TYPE", sourceAllowed: allowed },
      );
    }
  }
});

test("greenApiAddresses holds twelve addresses and the day they were read", () => {
  expect(new Set(greenApiAddresses.addresses).size).toBe(12);
  expect(() => addressList(greenApiAddresses.addresses)).not.toThrow();
  expect(new Date(greenApiAddresses.date).toISOString()).toMatch(greenApiAddresses.date);
});

test("the outcome names the address that was judged, behind a trusted proxy too", async () => {
  const outcomes: DeliveryOutcome[] = [];
  const handler = createWebhookHandler({
    token: "secret",
    sourceAddresses: { isAllowed, isTrustedProxy, mode: "report" },
    deliver: () => undefined,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  for (const forwardedFor of ["203.0.113.9", undefined]) {
    await handler({
      method: "POST",
      authorization: ["Bearer secret"],
      remoteAddress: "10.0.0.1",
      forwardedFor,
      body: { kind: "read", value: body },
    });
  }
  expect(outcomes.map(({ remoteAddress, sourceAllowed }) => [remoteAddress, sourceAllowed])).toEqual([
    ["203.0.113.9", false],
    ["10.0.0.1", false],
  ]);
});
