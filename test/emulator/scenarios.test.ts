import { createDispatcher, createWebhookHandler, withoutDuplicates } from "@greenhook/core";
import {
  allFlagsOn,
  burst,
  createEmulator,
  duplicate,
  markerThenMessage,
  staleBacklog,
  statusBeforeMessage,
  tapOnDevices,
  VirtualClock,
  type Scenario,
} from "@greenhook/emulator";
import { asOutgoingApi, textMessage } from "@greenhook/emulator/notifications";
import { toNodeListener } from "@greenhook/node";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";

const hour = 60 * 60 * 1_000;

/** Plays a scenario to our own receiver, and returns a line per call of its handlers. */
async function seen(scenario: Scenario, forMilliseconds: number): Promise<string[]> {
  const lines: string[] = [];
  const dispatcher = createDispatcher()
    .onText((_, text) => void lines.push(`text ${text}`))
    .onChoice((_, choice) => void lines.push(`choice ${choice.id}`))
    .on("outgoingMessageStatus", ({ status }) => void lines.push(`status ${status}`))
    .on("outgoingAPIMessageReceived", () => void lines.push("sent"));
  const handler = createWebhookHandler({ token: "secret", deliver: withoutDuplicates(dispatcher) });
  const server = createServer((request, response) => void toNodeListener(handler)(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const clock = new VirtualClock();
  const emulator = await createEmulator({ clock });
  onTestFinished(async () => {
    await emulator.close();
    server.close();
  });
  const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { idInstance } = emulator.addInstance({ settings: { ...allFlagsOn, webhookUrl, webhookUrlToken: "secret" } });
  emulator.play(idInstance, scenario);
  await clock.advance(forMilliseconds);
  expect(emulator.waiting(idInstance)).toBe(0);
  expect(emulator.attempts.every(({ delivered }) => delivered)).toBe(true);
  return lines;
}

describe("scenarios reach handlers", () => {
  test("duplicate()", async () => {
    expect(await seen(duplicate(textMessage({ text: "A" })), 61_000)).toEqual(["text A"]);
  });

  test("burst()", async () => {
    const lines = await seen(
      burst(100, (index) => textMessage({ text: `${index}` })),
      2_000,
    );
    expect(lines).toEqual(Array.from({ length: 100 }, (_, index) => `text ${index}`));
  });

  test("statusBeforeMessage()", async () => {
    expect(await seen(statusBeforeMessage(asOutgoingApi(textMessage())), 2_000)).toEqual(["status delivered", "sent"]);
  });

  test("markerThenMessage(): the real message is no duplicate of its marker", async () => {
    expect(await seen(markerThenMessage(textMessage({ text: "A" })), 200_000)).toEqual(["text A"]);
  });

  test("tapOnDevices(): both forms are choices", async () => {
    expect(await seen(tapOnDevices({ selectedId: "yes" }), 1_000)).toEqual(["choice yes", "choice yes"]);
  });

  test("staleBacklog(): in order, without those older than 24 h", async () => {
    const lines = await seen(
      staleBacklog(4, (index) => textMessage({ text: `${index}` }), 32 * hour),
      1_000,
    );
    expect(lines).toEqual(["text 2", "text 3"]);
  });
});
