import { createDispatcher, createWebhookHandler, withoutDuplicates } from "@greenhook/core";
import { createApiClient, reconcile, type Reconciled } from "@greenhook/core/api";
import { allFlagsOn, createEmulator, VirtualClock, type EmulatorTimes } from "@greenhook/emulator";
import {
  asOutgoing,
  audioMessage,
  deletedMessage,
  editedMessage,
  incomingCall,
  outgoingCall,
  pollUpdateMessage,
  textMessage,
} from "@greenhook/emulator/notifications";
import { startWebhookServer } from "@greenhook/node";
import { onTestFinished } from "vitest";
import { memoryStore } from "./memory-store.ts";

const hour = 3_600_000;
/** Events come in handfuls, since each step of the clock takes time. */
const slices = 10;

/** One of what the journals hold, in twenty chats. */
function eventOf(number: number, timestamp: number): { readonly idMessage: string } {
  const given = { idMessage: `M${number}`, chatId: `790000000${10 + (number % 20)}@c.us`, timestamp };
  const makers = [
    () => textMessage({ ...given, text: `text ${number}` }),
    () => audioMessage(given),
    () => editedMessage(given),
    () => pollUpdateMessage(given),
    () => textMessage({ ...given, text: "{{SWE001}}" }),
    () => ({ ...incomingCall(), timestamp, idMessage: given.idMessage, from: given.chatId, status: "declined" }),
    () => ({ ...outgoingCall(), timestamp, idMessage: given.idMessage, from: given.chatId, status: "hungUp" }),
    () => deletedMessage(given),
    () => asOutgoing(textMessage({ ...given, text: `and text ${number}` })),
  ];
  return { ...makers[number % makers.length]!(), idMessage: given.idMessage };
}

/** What happened in an outage. */
export interface Outage {
  /** The ids of what happened, in order, and when, in UNIX seconds. */
  readonly happened: ReadonlyMap<string, number>;
  /** The ids that handlers saw live, and from the journals, in order. */
  readonly live: readonly string[];
  readonly fromJournal: readonly string[];
  /** How many GREEN-API dropped. */
  readonly dropped: number;
  readonly runs: readonly Reconciled[];
}

/**
 * A receiver that works for an hour and is then away for 25, so that GREEN-API drops what it couldn't deliver; then it comes back, gets what is
 * still queued, and reconciles. The first run ends after a tenth of all, and a handler fails in the second.
 */
export async function playOutage(count: number, times: Partial<EmulatorTimes> = {}): Promise<Outage> {
  const clock = new VirtualClock({ patienceMilliseconds: 30_000 });
  let dropped = 0;
  const emulator = await createEmulator({ clock, rateLimits: false, keepAttempts: 10, times, onDropped: () => void (dropped += 1) });
  onTestFinished(() => emulator.close());
  const happened = new Map<string, number>();
  const seen = { webhook: [] as string[], journal: [] as string[] };
  const store = memoryStore();
  let failures = 0;
  const dispatcher = createDispatcher().onAny(({ value }, { source }) => {
    if (source === "journal" && failures > 0 && --failures === 0) throw new Error("The handler fails once");
    seen[source as "webhook" | "journal"].push((value as { idMessage: string }).idMessage);
  });
  const handler = createWebhookHandler({ token: "secret", deliver: withoutDuplicates(dispatcher, { store, reconciled: true }) });
  const start = (port: number) => startWebhookServer({ handler, host: "127.0.0.1", port });
  let server = await start(0);
  onTestFinished(() => server.close());
  const { port, url: webhookUrl } = server;
  const access = emulator.addInstance({ settings: { ...allFlagsOn, webhookUrl, webhookUrlToken: "secret" } });
  // The clock is virtual, and so is the second between two calls of a method.
  const methods = ["getSettings", "lastIncomingMessages", "lastOutgoingMessages", "lastIncomingCalls", "lastOutgoingCalls"];
  const client = createApiClient({ ...access, callsPerSecond: Object.fromEntries(methods.map((name) => [name, 1_000])) });
  const since = new Date(clock.now());

  async function happen(until: number, milliseconds: number): Promise<void> {
    const many = Math.ceil((until - happened.size) / slices);
    while (happened.size < until) {
      for (let left = Math.min(many, until - happened.size); left > 0; left -= 1) {
        const timestamp = Math.floor(clock.now() / 1000);
        const event = eventOf(happened.size, timestamp);
        emulator.notify(access.idInstance, event);
        happened.set(event.idMessage, timestamp);
      }
      await clock.advance(milliseconds / slices);
    }
  }

  await happen(Math.floor(count * 0.2), hour);
  await server.close();
  await happen(Math.floor(count * 0.9), hour);
  await clock.advance(23 * hour);
  await happen(count, hour);
  server = await start(port);
  // Until the next attempt, and all that is behind it.
  await clock.advance(2 * hour);

  const runs: Reconciled[] = [];
  const killed = new AbortController();
  let delivered = 0;
  const again = { since, store, now: () => clock.now(), logger: false as const };
  const onOutcome = ({ outcome }: { outcome: string }): void => {
    if (outcome === "handled" && ++delivered > count / 10) killed.abort();
  };
  runs.push(await reconcile(client, dispatcher, { ...again, signal: killed.signal, onOutcome }));
  failures = 5;
  for (let run = 0; run < 3; run += 1) runs.push(await reconcile(client, dispatcher, again));
  return { happened, live: seen.webhook, fromJournal: seen.journal, dropped, runs };
}
