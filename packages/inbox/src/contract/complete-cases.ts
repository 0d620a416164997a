import { setTimeout as pause } from "node:timers/promises";
import { inboxOver } from "../inbox/inbox-over.ts";
import { StaleAttempt } from "../inbox/stale-attempt.ts";
import { deliverText, expectEqual, messageText, newItem, put, quick, runManually } from "./inbox-bench.ts";
import type { InboxContractCase } from "./inbox-contract-case.ts";

/** Items that a handler marks as done in a transaction of its own. */
export const completeCases: readonly InboxContractCase[] = [
  {
    title: "doesn't run a completed item again, whether its handler returns, throws, or is aborted",
    needs: ["complete"],
    async run(bench) {
      const inbox = await bench.inbox();
      for (const lane of ["returns", "throws", "hangs"]) for (const number of [1, 2]) await deliverText(inbox, messageText(lane, number));
      const runs: string[] = [];
      const outcomes: string[] = [];
      await inbox.work(
        async (_parsed, context) => {
          const id = context.idMessage ?? "";
          runs.push(id);
          const { signal } = context;
          await bench.transaction((transaction) => inbox.complete(context, transaction));
          if (id === "throws-1") throw new Error("after the commit");
          if (id === "hangs-1") await pause(60_000, undefined, { signal });
        },
        { ...quick, handlerMilliseconds: 1_000, onOutcome: ({ outcome }) => outcomes.push(outcome) },
      );
      await bench.until("all are reported", () => outcomes.length === 6);
      expectEqual(runs.sort(), ["hangs-1", "hangs-2", "returns-1", "returns-2", "throws-1", "throws-2"], "runs");
      expectEqual(
        outcomes.filter((outcome) => outcome !== "handled"),
        [],
        "outcomes",
      );
      expectEqual((await inbox.stats()).done, 6, "done");
    },
  },
  {
    title: "runs an item again whose transaction was rolled back",
    needs: ["complete"],
    async run(bench) {
      const inbox = await bench.inbox();
      await deliverText(inbox, messageText("a", 1));
      let runs = 0;
      await inbox.work(async (_parsed, context) => {
        runs += 1;
        await bench.transaction(async (transaction) => {
          await inbox.complete(context, transaction);
          if (runs === 1) throw new Error("rolled back");
        });
      }, quick);
      await bench.until("it is done", async () => (await inbox.stats()).done === 1);
      expectEqual(runs, 2, "runs");
    },
  },
  {
    title: "doesn't run a completed item whose process died, and goes on with its lane",
    needs: ["complete", "crash"],
    async run(bench) {
      const [dying, other] = [await bench.engine(), await bench.engine()];
      await put(dying, newItem("a", 1), newItem("a", 2));
      const { taken } = await (await runManually(bench, dying)).next();
      await bench.transaction(async (transaction) => {
        expectEqual(await dying.complete(taken, transaction), true, "completed");
      });
      await bench.crash(dying);
      const next = await runManually(bench, other);
      expectEqual((await next.next()).taken.item.key, "1.1101000001.a-2", "taken by the next worker");
      await next.stop(0);
    },
  },
  {
    title: "refuses to complete an item that another attempt has, or that is settled",
    needs: ["complete", "crash"],
    async run(bench) {
      const [dying, other] = [await bench.engine(), await bench.engine()];
      await put(dying, newItem("a", 1));
      const lost = await (await runManually(bench, dying)).next();
      await bench.crash(dying);
      const run = await runManually(bench, other);
      const again = await run.next();
      const completed: boolean[] = [];
      await bench.transaction(async (transaction) => void completed.push(await other.complete(lost.taken, transaction)));
      await again.attempt.settle({ outcome: "done" });
      await bench.transaction(async (transaction) => void completed.push(await other.complete(again.taken, transaction)));
      again.free();
      expectEqual(completed, [false, false], "completed");
      await run.stop(0);
    },
  },
  {
    title: "throws StaleAttempt for an item that another worker has taken over",
    needs: ["complete", "crash"],
    async run(bench) {
      const dying = await bench.engine();
      const [inbox, other] = [inboxOver(dying), await bench.engine()];
      await deliverText(inbox, messageText("a", 1));
      const errors: unknown[] = [];
      await inbox.work(async (_parsed, context) => {
        await bench.crash(dying);
        const run = await runManually(bench, other);
        const again = await run.next();
        await bench.transaction((transaction) => inbox.complete(context, transaction)).catch((error: unknown) => errors.push(error));
        again.free();
        await run.stop(0);
      }, quick);
      await bench.until("it has run", () => errors.length === 1);
      expectEqual(errors[0] instanceof StaleAttempt, true, `error is ${String(errors[0])}`);
    },
  },
];
