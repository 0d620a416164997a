import { deliverText, expectEqual, messageText, newItem, put, quick, runManually } from "./inbox-bench.ts";
import type { InboxContractCase } from "./inbox-contract-case.ts";

const hour = 3_600_000;

/** What is stored, and what is a duplicate. */
export const storingCases: readonly InboxContractCase[] = [
  {
    title: "stores an item, runs it once and marks it as done",
    async run(bench) {
      const inbox = await bench.inbox();
      const runs: unknown[] = [];
      expectEqual(await deliverText(inbox, messageText("a", 1)), "stored", "deliver");
      await inbox.work((_parsed, { source, origin, attempt }) => runs.push([source, origin, attempt]), quick);
      await bench.until("it is done", async () => (await inbox.stats()).done === 1);
      expectEqual(runs, [["inbox", "webhook", 1]], "runs");
    },
  },
  {
    title: "knows a redelivery before, while and after it runs",
    async run(bench) {
      const inbox = await bench.inbox();
      const results = [await deliverText(inbox, messageText("a", 1)), await deliverText(inbox, messageText("a", 1))];
      let runs = 0;
      await inbox.work(async () => {
        runs += 1;
        results.push(await deliverText(inbox, messageText("a", 1)));
      }, quick);
      await bench.until("it is done", async () => (await inbox.stats()).done === 1);
      results.push(await deliverText(inbox, messageText("a", 1)));
      expectEqual([results, runs], [["stored", "duplicate", "duplicate", "duplicate"], 1], "results and runs");
    },
  },
  {
    title: "knows a redelivery of a dead item",
    async run(bench) {
      const inbox = await bench.inbox();
      await deliverText(inbox, messageText("a", 1));
      await inbox.work(
        () => {
          throw new Error("always");
        },
        { ...quick, attempts: 1 },
      );
      await bench.until("it is dead", async () => (await inbox.stats()).dead === 1);
      expectEqual(await deliverText(inbox, messageText("a", 1)), "duplicate", "redelivery");
    },
  },
  {
    title: "stores one of two that arrive at once, from one process and from two",
    async run(bench) {
      const [one, other] = [await bench.inbox(), await bench.inbox()];
      const results = await Promise.all([one, one, other].map((inbox) => deliverText(inbox, messageText("a", 1))));
      expectEqual(results.map(String).sort(), ["duplicate", "duplicate", "stored"], "results");
      expectEqual((await one.stats()).waiting, 1, "waiting");
    },
  },
  {
    title: "forgets a key as long after it was done as the item says, not sooner",
    needs: ["advance"],
    async run(bench) {
      const engine = await bench.engine();
      const short = newItem("a", 1, { keepMilliseconds: 25 * hour });
      const long = newItem("b", 1, { keepMilliseconds: 8 * 24 * hour });
      await put(engine, short, long);
      const run = await runManually(bench, engine);
      for (let each = 0; each < 2; each += 1) {
        const { attempt, free } = await run.next();
        await attempt.settle({ outcome: "done" });
        free();
      }
      await run.stop(0);
      await bench.advance(24 * hour);
      expectEqual(await put(engine, short, long), ["duplicate", "duplicate"], "after 24 hours");
      await bench.advance(2 * hour);
      expectEqual(await put(engine, short, long), ["stored", "duplicate"], "after 26 hours");
      await bench.advance(7 * 24 * hour);
      expectEqual(await put(engine, long), ["stored"], "after more than 8 days");
    },
  },
  {
    title: "takes a journal's item for the one that a webhook brought, and the reverse",
    async run(bench) {
      const engine = await bench.engine();
      const item = (number: number, key: string, origin: string, plain = true) =>
        newItem("a", number, { key, messageKey: `1m.1101000001.${number}`, origin, plain });
      const steps: readonly (readonly [item: ReturnType<typeof item>, result: string])[] = [
        [item(1, "webhook-1", "webhook"), "stored"],
        [item(1, "journal-1", "journal"), "duplicate"],
        [item(2, "journal-2", "journal"), "stored"],
        [item(2, "webhook-2", "webhook"), "duplicate"],
        // A vote or an edit under the message's id is news.
        [item(2, "vote-2", "webhook", false), "stored"],
        [item(3, "call-3", "webhook", false), "stored"],
        [item(3, "journal-3", "journal", false), "duplicate"],
        // Two webhooks with one message key are two notifications.
        [item(1, "webhook-1b", "webhook"), "stored"],
      ];
      for (const [each, result] of steps) expectEqual(await put(engine, each), [result], each.key);
    },
  },
  {
    title: "stores what comes with a hostile item",
    async run(bench) {
      const inbox = await bench.inbox();
      const hostile = messageText("a", 1, "x\0y\ud800z");
      const results = await Promise.allSettled([
        deliverText(inbox, messageText("b", 1)),
        deliverText(inbox, hostile, { rawText: "not what arrived \ud800\0" }),
        deliverText(inbox, messageText("c".repeat(5_000), 1)),
        deliverText(inbox, messageText("d\0\ud800é", 1)),
        deliverText(inbox, messageText("b", 2)),
      ]);
      expectEqual(
        results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason))),
        Array.from({ length: 5 }, () => "stored"),
        "results",
      );
    },
  },
  {
    title: "gives back what was stored to the letter",
    async run(bench) {
      const engine = await bench.engine();
      const receivedAt = new Date(1763000000123);
      const text = messageText("a", 1, `é ${"👍".repeat(1_000)} \\u0000 ${"x".repeat(1_000_000)}`);
      const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
      await put(engine, newItem("a", 1, { text, receivedAt, origin: "journal", missing: ["senderData.senderContactName"], traceparent }));
      const run = await runManually(bench, engine);
      const { taken, attempt, free } = await run.next();
      const { item } = taken;
      expectEqual(taken.text === text, true, "text");
      expectEqual(
        [taken.receivedAt, taken.missing, taken.traceparent],
        [receivedAt, ["senderData.senderContactName"], traceparent],
        "context",
      );
      expectEqual([item.key, item.lane, item.origin, item.attempt], ["1.1101000001.a-1", "1101000001/a@c.us", "journal", 1], "item");
      expectEqual([taken.suspect, taken.deaths, taken.retryingMilliseconds], [false, 0, 0], "attempt");
      await attempt.settle({ outcome: "done" });
      free();
      await run.stop(0);
    },
  },
  {
    title: "delivers a kind that was unknown when it was stored, as it arrived",
    async run(bench) {
      const inbox = await bench.inbox();
      const text = '{"typeWebhook":"somethingNew","instanceData":{"idInstance":1101000001},"big":12345678901234567890}';
      await deliverText(inbox, text);
      const texts: (string | undefined)[] = [];
      await inbox.work((parsed, { rawText }) => texts.push(parsed.kind, rawText), quick);
      await bench.until("it is done", async () => (await inbox.stats()).done === 1);
      expectEqual(texts, ["unknown", text], "what the handler got");
    },
  },
  {
    title: "says that what it stores is durable",
    async run(bench) {
      const { durable } = await (await bench.engine()).check();
      expectEqual(durable, true, "durable");
    },
  },
];
