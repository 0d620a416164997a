import { expectEqual, newItem, put, runManually } from "./inbox-bench.ts";
import type { InboxContractCase } from "./inbox-contract-case.ts";

/** Workers that die, and items that kill them. */
export const leaseCases: readonly InboxContractCase[] = [
  {
    title: "gives a dead worker's lanes to another one, in order, and nothing of them before",
    needs: ["crash"],
    async run(bench) {
      const [dying, other] = [await bench.engine(), await bench.engine()];
      await put(dying, newItem("a", 1), newItem("a", 2));
      const run = await runManually(bench, dying);
      await run.next();
      const next = await runManually(bench, other);
      await put(other, newItem("b", 1));
      const elsewhere = await next.next();
      expectEqual(elsewhere.taken.item.key, "1.1101000001.b-1", "taken while the other worker has lane a");
      elsewhere.free();
      await bench.crash(dying);
      const again = await next.next();
      expectEqual([again.taken.item.key, again.taken.item.attempt, again.taken.suspect], ["1.1101000001.a-1", 2, true], "taken over");
      await again.attempt.settle({ outcome: "done" });
      again.free();
      const last = await next.next();
      expectEqual([last.taken.item.key, last.taken.suspect], ["1.1101000001.a-2", false], "after it");
      await next.stop(0);
    },
  },
  {
    title: "lets an attempt that lost its item settle nothing",
    needs: ["crash"],
    async run(bench) {
      const [dying, other] = [await bench.engine(), await bench.engine()];
      await put(dying, newItem("a", 1));
      const run = await runManually(bench, dying);
      const lost = await run.next();
      const next = await runManually(bench, other);
      await bench.crash(dying);
      const again = await next.next();
      const late = await lost.attempt.settle({ outcome: "done" }).catch(() => "stale");
      expectEqual(late, "stale", "late settlement");
      expectEqual((await other.stats()).done, 0, "done");
      expectEqual(lost.taken.fence === again.taken.fence, false, "fences are equal");
      expectEqual(await again.attempt.settle({ outcome: "done" }), "settled", "settlement of the attempt that has it");
      again.free();
      await next.stop(0);
    },
  },
  {
    title: "runs an item whose process died alone, and counts against it only deaths while it is alone",
    needs: ["crash"],
    async run(bench) {
      const lanes = Array.from({ length: 16 }, (_, index) => `chat${index}`);
      const poison = "1.1101000001.chat7-1";
      let engine = await bench.engine();
      await put(engine, ...lanes.map((lane) => newItem(lane, 1)));
      let run = await runManually(bench, engine, 16);
      for (let each = 0; each < lanes.length; each += 1) await run.next();
      const done = new Set<string>();
      // Once beside the others, then alone: the fourth process doesn't get as far as running it.
      for (let deaths = 0; deaths < 4; deaths += 1) {
        const dead = engine;
        engine = await bench.engine();
        run = await runManually(bench, engine, 16);
        await bench.crash(dead);
        for (;;) {
          const { taken, attempt, free } = await run.next();
          expectEqual([taken.suspect, run.waiting], [true, 0], "one suspect, and nothing beside it");
          if (taken.item.key === poison) {
            expectEqual(taken.deaths, deaths, "deaths of the poison");
            break;
          }
          expectEqual(taken.deaths, 0, "deaths of an innocent item");
          expectEqual(await attempt.settle({ outcome: "done" }), "settled", "settlement of an innocent item");
          free();
          done.add(taken.item.key);
        }
      }
      await put(engine, newItem("other", 1));
      // The poison may have come before some of the innocent ones each time.
      await run.stop(0);
      const rest = await runManually(bench, engine, 16);
      while (done.size < lanes.length) {
        const { taken, attempt, free } = await rest.next();
        await attempt.settle(taken.item.key === poison ? { outcome: "dead", error: "it kills", blocks: false } : { outcome: "done" });
        free();
        done.add(taken.item.key);
      }
      await rest.stop(0);
      const stats = await engine.stats();
      expectEqual([stats.dead, stats.done + stats.waiting], [1, 16], "one dead, all others done or to come");
    },
  },
];
