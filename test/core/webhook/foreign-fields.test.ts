import {
  createDispatcher,
  createWebhookHandler,
  type DeliveryOutcome,
  type WebhookBody,
  type WebhookHandlerOptions,
} from "@greenhook/core";
import { expect, test } from "vitest";
import { readFixture } from "../../fixtures/read-fixtures.ts";

const kinds = [
  "outgoingMessageStatus-delivered",
  "stateInstanceChanged",
  "statusInstanceChanged",
  "deviceInfo",
  "incomingCall-offer",
  "outgoingCall",
  "incomingBlock",
  "quotaExceeded",
];

test.each(kinds)("%s with a message's fields as null is delivered and reported", async (name) => {
  const value = { ...readFixture(name), messageData: null, senderData: null };
  const outcomes: DeliveryOutcome[] = [];
  const seen: unknown[] = [];
  const handler = createWebhookHandler({
    token: "t",
    deliver: createDispatcher().onAny((parsed) => seen.push(parsed.value)),
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  const response = await handler({ method: "POST", authorization: ["Bearer t"], body: { kind: "read", value } });
  expect(response.status).toBe(200);
  expect(seen).toEqual([value]);
  expect(outcomes.map(({ outcome, typeWebhook }) => [outcome, typeWebhook])).toEqual([["handled", value.typeWebhook]]);
});

const observers: Readonly<Record<string, () => unknown>> = {
  throws: () => {
    throw new Error("observer");
  },
  rejects: () => Promise.reject(new Error("observer")),
  // A promise of another realm or library is no instance of this one's Promise.
  // oxlint-disable-next-line unicorn/no-thenable -- that is what is tried
  "gives a thenable that rejects": () => ({ then: (_: unknown, reject: (error: Error) => void) => reject(new Error("observer")) }),
  "gives a thenable that throws": () => ({
    // oxlint-disable-next-line unicorn/no-thenable -- that is what is tried
    then: () => {
      throw new Error("observer");
    },
  }),
};

test.each(Object.keys(observers))("an observer that %s neither changes the response nor ends the process", async (name) => {
  const handler = createWebhookHandler({ token: "t", deliver: () => undefined, onOutcome: observers[name]! });
  const value = readFixture("stateInstanceChanged");
  const response = await handler({ method: "POST", authorization: ["Bearer t"], body: { kind: "read", value } });
  expect(response.status).toBe(200);
});

test("a handler that spoils its notification still gets its 200", async () => {
  const handler = createWebhookHandler({
    token: "t",
    deliver: createDispatcher().on("incomingMessageReceived", (notification) => {
      Object.assign(notification, { messageData: undefined, timestamp: 1n });
    }),
    onOutcome: () => undefined,
  });
  const value = readFixture("textMessage");
  const response = await handler({ method: "POST", authorization: ["Bearer t"], body: { kind: "read", value } });
  expect(response.status).toBe(200);
});

/** What throws whatever is asked of it: `instanceof` and reading a field alike. */
const hostile: unknown = new Proxy(
  {},
  {
    get: () => {
      throw new Error("trap");
    },
    getPrototypeOf: () => {
      throw new Error("trap");
    },
  },
);
const throwHostile = (): never => {
  throw hostile;
};
const differing = { ...readFixture("textMessage"), senderData: null };
async function* hostileChunks(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(1);
  throwHostile();
}

test.each<[string, number, Partial<WebhookHandlerOptions>, WebhookBody?]>([
  ["a predicate of sourceAddresses", 500, { sourceAddresses: { isAllowed: throwHostile, mode: "enforce" } }],
  ["a stream", 500, {}, { kind: "unread", chunks: hostileChunks() }],
  ["a handler", 500, { deliver: throwHostile }],
  ["one of two handlers", 500, { deliver: createDispatcher().onAny(throwHostile).onUnknown(throwHostile) }],
  ["a quarantine", 500, { deliver: () => "ignored", quarantine: throwHostile }],
  ["an observer", 200, { onOutcome: throwHostile }],
])("%s that throws what can't be looked at is answered, and ends nothing", async (_, status, options, body) => {
  const outcomes: DeliveryOutcome[] = [];
  const handler = createWebhookHandler({
    token: "t",
    deliver: () => undefined,
    onOutcome: (outcome) => outcomes.push(outcome),
    ...options,
  });
  const request = {
    method: "POST",
    authorization: ["Bearer t"],
    remoteAddress: "127.0.0.1",
    body: body ?? { kind: "read", value: differing },
  } as const;
  expect((await handler(request)).status).toBe(status);
  if (status !== 200) expect(outcomes).toHaveLength(1);
});
