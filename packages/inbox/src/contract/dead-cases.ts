import { NotRetryable } from "../inbox/not-retryable.ts";
import { deliverText, expectEqual, messageText, newItem, put, quick, runManually } from "./inbox-bench.ts";
import type { InboxContractCase } from "./inbox-contract-case.ts";

/** Items that are given up, retried by hand, or erased. */
export const deadCases: readonly InboxContractCase[] = [
  {
    title: "gives up after the last attempt, and the lane goes on",
    async run(bench) {
      const inbox = await bench.inbox();
      for (const number of [0, 1]) await deliverText(inbox, messageText("a", number));
      const attempts: unknown[] = [];
      const outcomes: string[] = [];
      const handle = (_parsed: unknown, { idMessage, attempt }: { readonly idMessage?: string; readonly attempt?: number }): void => {
        attempts.push([idMessage, attempt]);
        if (idMessage === "a-0") throw new Error("always");
      };
      await inbox.work(handle, { ...quick, attempts: 3, onOutcome: ({ outcome }) => outcomes.push(outcome) });
      await bench.until("both have ended", async () => (await inbox.stats()).dead === 1 && (await inbox.stats()).done === 1);
      expectEqual(
        attempts,
        [
          ["a-0", 1],
          ["a-0", 2],
          ["a-0", 3],
          ["a-1", 1],
        ],
        "attempts",
      );
      await bench.until("all are reported", () => outcomes.length === 4);
      expectEqual(outcomes, ["failed", "failed", "dead", "handled"], "outcomes");
    },
  },
  {
    title: "gives up at once what isn't retryable, and runs it again when it is retried by hand",
    needs: ["items"],
    async run(bench) {
      const inbox = await bench.inbox();
      for (const number of [0, 1]) await deliverText(inbox, messageText("a", number));
      let isFixed = false;
      const attempts: unknown[] = [];
      const handle = (_parsed: unknown, { idMessage, attempt }: { readonly idMessage?: string; readonly attempt?: number }): void => {
        attempts.push([idMessage, attempt]);
        if (idMessage === "a-0" && !isFixed) throw new NotRetryable("no such customer");
      };
      await inbox.work(handle, quick);
      await bench.until("both have ended", async () => (await inbox.stats()).dead === 1 && (await inbox.stats()).done === 1);
      const dead = await inbox.items.list({ state: "dead" });
      expectEqual(
        dead.map(({ lastError, attempt }) => [lastError, attempt]),
        [["no such customer", 1]],
        "dead items",
      );
      isFixed = true;
      expectEqual(await inbox.items.retry({}), 1, "retried");
      await bench.until("both are done", async () => (await inbox.stats()).done === 2);
      expectEqual(
        attempts,
        [
          ["a-0", 1],
          ["a-1", 1],
          ["a-0", 1],
        ],
        "attempts",
      );
    },
  },
  {
    title: "keeps a lane that a dead item blocks until it is retried or erased",
    needs: ["items"],
    async run(bench) {
      const engine = await bench.engine();
      await put(engine, newItem("a", 1), newItem("a", 2), newItem("b", 1), newItem("b", 2));
      const run = await runManually(bench, engine);
      for (let each = 0; each < 2; each += 1) {
        const { attempt, free } = await run.next();
        await attempt.settle({ outcome: "dead", error: "no", blocks: true });
        free();
      }
      await put(engine, newItem("a", 3));
      const { dead, blockedLanes, waiting } = await engine.stats();
      expectEqual([dead, blockedLanes, waiting, run.waiting], [2, 2, 3, 0], "dead, blocked, waiting, taken");
      const [a] = await engine.items.list({ state: "dead", lane: "1101000001/a@c.us" });
      await engine.items.retry({ ids: [a?.id ?? ""] });
      const again = await run.next();
      expectEqual(again.taken.item.key, "1.1101000001.a-1", "taken once it is retried");
      await engine.items.erase({ state: "dead", chat: "b@c.us" });
      const other = await run.next();
      expectEqual(other.taken.item.key, "1.1101000001.b-2", "taken once it is erased");
      expectEqual((await engine.stats()).blockedLanes, 0, "blocked lanes");
      for (const { free } of [again, other]) free();
      await run.stop(0);
    },
  },
  {
    title: "retries by hand in the lane's order, and done ones only where they are named",
    needs: ["items"],
    async run(bench) {
      const engine = await bench.engine();
      await put(engine, newItem("a", 1), newItem("a", 2), newItem("a", 3));
      const run = await runManually(bench, engine, 1);
      const settleNext = async (outcome: "done" | "dead"): Promise<string> => {
        const { taken, attempt, free } = await run.next();
        await attempt.settle(outcome === "done" ? { outcome } : { outcome, error: "no", blocks: false });
        free();
        return taken.item.key.slice(-3);
      };
      await settleNext("done");
      await settleNext("dead");
      const third = await run.next();
      expectEqual(await engine.items.retry({}), 1, "retried without a name");
      expectEqual(await engine.items.retry({ state: "done" }), 1, "retried by state");
      await third.attempt.settle({ outcome: "done" });
      third.free();
      expectEqual([await settleNext("done"), await settleNext("done")], ["a-1", "a-2"], "order of what was put back");
      await run.stop(0);
    },
  },
  {
    title: "erases waiting, running, done and dead items, and still knows their redelivery",
    needs: ["items"],
    async run(bench) {
      const engine = await bench.engine();
      const items = [newItem("a", 1), newItem("a", 2), newItem("a", 3), newItem("a", 4), newItem("b", 1)];
      await put(engine, ...items);
      const run = await runManually(bench, engine, 1);
      const first = await run.next();
      await first.attempt.settle({ outcome: "done" });
      first.free();
      let next = await run.next();
      // Lanes take turns as they like.
      if (next.taken.item.lane.includes("/b@")) {
        await next.attempt.settle({ outcome: "done" });
        next.free();
        next = await run.next();
      }
      await next.attempt.settle({ outcome: "dead", error: "SECRET", blocks: false });
      next.free();
      let running = await run.next();
      if (running.taken.item.lane.includes("/b@")) {
        await running.attempt.settle({ outcome: "done" });
        running.free();
        running = await run.next();
      }
      running.attempt.signal.addEventListener("abort", () => {
        void running.attempt.settle({ outcome: "retry", error: "aborted", afterMilliseconds: 0 }).then(running.free, running.free);
      });
      expectEqual(await engine.items.erase({ chat: "a@c.us" }), 4, "erased");
      expectEqual(running.attempt.signal.aborted, true, "signal of the running one");
      const left = await engine.items.list();
      const texts = await Promise.all(left.map(async ({ id }) => (await engine.items.textOf(id)) !== undefined));
      const erased = left.filter((_, index) => texts[index] === false);
      expectEqual(
        erased.map(({ lane, lastError, state }) => [lane, lastError, state]),
        Array.from({ length: 4 }, () => ["", undefined, "done"]),
        "what is left of erased items",
      );
      expectEqual(JSON.stringify(left).includes("SECRET"), false, "the error is still there");
      expectEqual(
        await put(engine, ...items),
        items.map(() => "duplicate"),
        "redelivery",
      );
      await run.stop(0);
    },
  },
  {
    title: "finds items by state, lane, chat, id, message and age, the oldest first",
    needs: ["items"],
    async run(bench) {
      const engine = await bench.engine();
      await put(engine, newItem("a", 1), newItem("b", 1), newItem("a", 2, { messageKey: "1m.1101000001.2" }));
      const keys = async (filter: Parameters<typeof engine.items.list>[0]): Promise<string[]> =>
        (await engine.items.list(filter)).map(({ key }) => key.slice(-3));
      const [, second] = await engine.items.list();
      expectEqual(await keys({}), ["a-1", "b-1", "a-2"], "all");
      expectEqual(await keys({ lane: "1101000001/a@c.us" }), ["a-1", "a-2"], "by lane");
      expectEqual(await keys({ chat: "b@c.us" }), ["b-1"], "by chat");
      expectEqual(await keys({ ids: [second?.id ?? "", "nonsense"] }), ["b-1"], "by id");
      expectEqual(await keys({ messageKey: "1m.1101000001.2" }), ["a-2"], "by message");
      expectEqual(await keys({ messageKey: "1m.1101000001.1" }), [], "by another message");
      expectEqual(await keys({ after: second?.id ?? "" }), ["a-2"], "after the second");
      expectEqual(await keys({ after: "nonsense" }), [], "after none");
      expectEqual(await keys({ limit: 1, state: "waiting" }), ["a-1"], "limited");
      expectEqual(await keys({ storedBefore: new Date(0) }), [], "by age");
      expectEqual(await keys({ state: "dead" }), [], "by state");
    },
  },
];
