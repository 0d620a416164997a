import { setTimeout as pause } from "node:timers/promises";
import { itemOf } from "../inbox/item-of.ts";
import { deliverText, expectEqual, messageText, newItem, put, quick, runManually } from "./inbox-bench.ts";
import type { InboxContractCase } from "./inbox-contract-case.ts";

/** A lane's items in the order in which they were stored, and what a failure does. */
export const orderCases: readonly InboxContractCase[] = [
  {
    title: "keeps the order in each lane under failures, with two workers and lanes side by side",
    async run(bench) {
      const [one, other] = [await bench.inbox(), await bench.inbox()];
      const lanes = ["a", "b", "c", "d", "e"];
      const perLane = 12;
      for (let number = 0; number < perLane; number += 1) {
        await Promise.all(lanes.map((lane) => deliverText(one, messageText(lane, number))));
      }
      const done = new Map<string, string[]>();
      const busy = new Set<string>();
      let overlaps = 0;
      let most = 0;
      let runs = 0;
      const handle = async (_parsed: unknown, context: { readonly id: string; readonly idMessage?: string }): Promise<void> => {
        const lane = itemOf(context)?.lane ?? "";
        if (busy.has(lane)) overlaps += 1;
        busy.add(lane);
        most = Math.max(most, busy.size);
        await pause(2);
        busy.delete(lane);
        runs += 1;
        if (runs % 5 === 0) throw new Error("every fifth");
        done.set(lane, [...(done.get(lane) ?? []), context.idMessage ?? ""]);
      };
      await Promise.all([one, other].map((inbox) => inbox.work(handle, quick)));
      await bench.until("all are done", async () => (await one.stats()).done === lanes.length * perLane);
      for (const lane of lanes) {
        const expected = Array.from({ length: perLane }, (_, number) => `${lane}-${number}`);
        expectEqual(done.get(`1101000001/${lane}@c.us`), expected, `order of lane ${lane}`);
      }
      expectEqual([overlaps, most > 1], [0, true], "overlaps within a lane, and lanes side by side");
    },
  },
  {
    title: "lets a failing item hold back its own lane only",
    async run(bench) {
      const inbox = await bench.inbox();
      for (const [lane, number] of [
        ["a", 0],
        ["a", 1],
        ["b", 0],
      ] as const)
        await deliverText(inbox, messageText(lane, number));
      const done: (string | undefined)[] = [];
      let isUp = false;
      await inbox.work((_parsed, { idMessage }) => {
        if (idMessage === "a-0" && !isUp) throw new Error("down");
        done.push(idMessage);
      }, quick);
      await bench.until("the other lane is done", () => done.length === 1);
      await pause(50);
      expectEqual(done, ["b-0"], "done while the first of lane a fails");
      isUp = true;
      await bench.until("all are done", () => done.length === 3);
      expectEqual(done, ["b-0", "a-0", "a-1"], "done in the end");
    },
  },
  {
    title: "runs at most as many items at a time as it may",
    async run(bench) {
      const engine = await bench.engine();
      await put(engine, ...["a", "b", "c", "d"].map((lane) => newItem(lane, 1)));
      const run = await runManually(bench, engine, 2);
      const [first] = [await run.next(), await run.next()];
      await pause(100);
      expectEqual(run.waiting, 0, "more than two at a time");
      // Settled, but its handler hasn't returned.
      await first?.attempt.settle({ outcome: "done" });
      await pause(100);
      expectEqual(run.waiting, 0, "a place taken before the handler has returned");
      first?.free();
      await run.next();
      await run.stop(0);
    },
  },
  {
    title: "runs a failed item again when it is due, not sooner",
    async run(bench) {
      const engine = await bench.engine();
      await put(engine, newItem("a", 1));
      const run = await runManually(bench, engine);
      const first = await run.next();
      const settledAt = performance.now();
      expectEqual(await first.attempt.settle({ outcome: "retry", error: "down", afterMilliseconds: 300 }), "settled", "first settlement");
      first.free();
      const second = await run.next();
      const waited = performance.now() - settledAt;
      expectEqual(waited > 250, true, `pause of 300 ms, it was ${Math.round(waited)}`);
      const { attempt, lastError } = second.taken.item;
      expectEqual([attempt, lastError, second.taken.retryingMilliseconds > 250], [2, "down", true], "second attempt");
      await second.attempt.settle({ outcome: "done" });
      second.free();
      await run.stop(0);
    },
  },
  {
    title: "keeps a retry's due time when nothing runs meanwhile",
    needs: ["advance"],
    async run(bench) {
      const [engine, other] = [await bench.engine(), await bench.engine()];
      await put(engine, newItem("a", 1));
      const run = await runManually(bench, engine);
      const { attempt, free } = await run.next();
      await attempt.settle({ outcome: "retry", error: "down", afterMilliseconds: 300_000 });
      free();
      await run.stop(0);
      const later = await runManually(bench, other);
      await pause(100);
      expectEqual(later.waiting, 0, "attempts before it is due");
      await bench.advance(301_000);
      await later.next();
      await later.stop(0);
    },
  },
  {
    title: "stops: nothing new, running ones may end, the rest is given back uncounted",
    async run(bench) {
      const [engine, other] = [await bench.engine(), await bench.engine()];
      await put(engine, newItem("a", 1), newItem("b", 1), newItem("a", 2));
      const run = await runManually(bench, engine);
      const both = [await run.next(), await run.next()];
      const [kept, hung] = both[0]?.taken.item.lane.includes("/a@") === true ? both : both.toReversed();
      const stopping = run.stop(200);
      expectEqual(await kept?.attempt.settle({ outcome: "done" }), "settled", "settlement within the grace");
      kept?.free();
      await stopping;
      expectEqual(hung?.attempt.signal.aborted, true, "signal of the one that hangs");
      expectEqual(run.waiting, 0, "items taken after the stop");
      expectEqual(await hung?.attempt.settle({ outcome: "done" }), "stale", "settlement after the stop");
      hung?.free();
      const next = await runManually(bench, other);
      const again = [await next.next(), await next.next()].map(({ taken }) => `${taken.item.lane} ${taken.item.attempt} ${taken.suspect}`);
      expectEqual(again.sort(), ["1101000001/a@c.us 1 false", "1101000001/b@c.us 1 false"], "given back");
      await next.stop(0);
    },
  },
  {
    title: "works off a backlog of 10,000 in order",
    async run(bench) {
      const engine = await bench.engine();
      const numbers = Array.from({ length: 10_000 }, (_, number) => number);
      for (let start = 0; start < numbers.length; start += 64) {
        const items = numbers
          .slice(start, start + 64)
          .map((number) => newItem(`chat${number % 100}`, number, { text: messageText("a", number, "x") }));
        await put(engine, ...items);
      }
      const seen = new Map<string, number>();
      let wrong = 0;
      const run = await engine.run(64, async ({ item }, { settle }) => {
        const number = Number(item.key.slice(item.key.lastIndexOf("-") + 1));
        if (number <= (seen.get(item.lane) ?? -1)) wrong += 1;
        seen.set(item.lane, number);
        // Rejects where the case has failed, and its engines are closed.
        await settle({ outcome: "done" }).catch(() => undefined);
      });
      await bench.until("all are done", async () => (await engine.stats()).done === numbers.length);
      await run.stop(0);
      expectEqual(wrong, 0, "items out of order");
    },
  },
];
