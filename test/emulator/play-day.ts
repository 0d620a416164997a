import { createDispatcher, createWebhookHandler, textOf, withoutDuplicates } from "@greenhook/core";
import { allFlagsOn, createEmulator, VirtualClock } from "@greenhook/emulator";
import { textMessage } from "@greenhook/emulator/notifications";
import { startWebhookServer, type WebhookServer } from "@greenhook/node";

/** The result of a day. */
export interface Day {
  /** The texts that the handlers saw, per instance, in order. */
  readonly handled: ReadonlyMap<number, readonly string[]>;
  /** The texts that were sent, per instance, in order. */
  readonly sent: ReadonlyMap<number, readonly string[]>;
  readonly attempts: number;
  readonly failedAttempts: number;
  readonly duplicates: number;
  readonly dropped: number;
  readonly waiting: number;
}

const day = 24 * 60 * 60 * 1_000;
const slice = 10 * 60 * 1_000;

/**
 * A day of our own receiver behind the emulator: that many notifications for three instances of three messengers, some of them redelivered.
 * The receiver is down for an hour twice and restarts every two hours; its handlers fail now and then.
 */
export async function playDay(notifications: number): Promise<Day> {
  const clock = new VirtualClock({ patienceMilliseconds: 30_000 });
  const sent = new Map<number, string[]>();
  const handled = new Map<number, string[]>();
  const counts = { attempts: 0, failedAttempts: 0, duplicates: 0, dropped: 0 };
  const emulator = await createEmulator({
    clock,
    keepAttempts: 10,
    onAttempt: ({ delivered }) => {
      counts.attempts++;
      if (!delivered) counts.failedAttempts++;
    },
    onDropped: () => counts.dropped++,
  });

  let runs = 0;
  const dispatcher = createDispatcher().on("incomingMessageReceived", (notification) => {
    // Thrown before the handler has an effect: the redelivery handles the whole notification.
    if (++runs % 997 === 0) throw new Error("The handler fails now and then");
    handled.get(notification.instanceData.idInstance)?.push(textOf(notification) ?? "");
  });
  const handler = createWebhookHandler({
    token: "secret",
    deliver: withoutDuplicates(dispatcher),
    onOutcome: ({ outcome }) => {
      if (outcome === "duplicate") counts.duplicates++;
    },
  });
  const start = (port: number): Promise<WebhookServer> =>
    startWebhookServer({ handler, host: "127.0.0.1", port, graceMilliseconds: 1_000 });
  let server: WebhookServer | undefined = await start(0);
  const { port, url: webhookUrl } = server;

  try {
    const settings = { ...allFlagsOn, webhookUrl, webhookUrlToken: "secret" };
    const ids = (["whatsapp", "telegram", "v3"] as const).map(
      (typeInstance) => emulator.addInstance({ typeInstance, settings }).idInstance,
    );
    for (const id of ids) {
      sent.set(id, []);
      handled.set(id, []);
    }
    let made = 0;
    for (let at = 0; at < day; at += slice) {
      // Down from 3 to 4 and from 15 to 16 o'clock.
      const hour = Math.floor(at / (6 * slice));
      const down = hour === 3 || hour === 15;
      const restart = !down && at % (12 * slice) === 0;
      if (server !== undefined && (down || restart)) {
        await server.close();
        server = undefined;
      }
      if (!down && !restart) server ??= await start(port);
      const until = Math.round((notifications * (at + slice)) / day);
      for (; made < until; made++) {
        const idInstance = ids[made % ids.length] ?? 0;
        const text = `${made}`;
        const notification = textMessage({ text, idMessage: `M${made}` });
        emulator.notify(idInstance, notification);
        if (made % 50 === 0) emulator.notify(idInstance, notification);
        sent.get(idInstance)?.push(text);
      }
      // A restart ends within the slice.
      if (restart) {
        await clock.advance(30_000);
        server = await start(port);
        await clock.advance(slice - 30_000);
      } else await clock.advance(slice);
    }
    // The queue behind a failure near the end.
    await clock.advance(6 * slice);
    const waiting = ids.reduce((sum, id) => sum + emulator.waiting(id), 0);
    return { handled, sent, ...counts, waiting };
  } finally {
    await emulator.close();
    await server?.close();
  }
}
