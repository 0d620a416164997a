import type { SearchableEngine } from "@greenhook/inbox";
import * as fc from "fast-check";
import { playSteps, stepKinds } from "./inbox-model.ts";
import { join } from "node:path";
import { sqliteEngine } from "../../packages/inbox/dist/sqlite/sqlite-engine.js";

/** No process dies, so that a machine that stands still lets no lease end. */
const times = { leaseMilliseconds: 600_000, beatMilliseconds: 1_000 };

/** Steps in the proportions in which they come, and few restarts: each opens the file again. */
const kinds = fc.oneof(
  { weight: 8, arbitrary: fc.constant("put" as const) },
  { weight: 6, arbitrary: fc.constant("succeed" as const) },
  ...stepKinds
    .filter((kind) => kind !== "restart" && kind !== "put" && kind !== "succeed")
    .map((kind) => ({ weight: kind === "nine days" ? 1 : 3, arbitrary: fc.constant(kind) })),
);
const steps = (most: number) => fc.array(fc.tuple(kinds, fc.nat(99)), { minLength: most / 2, maxLength: most });

/** Sequences of steps, with a restart in the middle of each, on inboxes in this folder that are as they should be, or have a defect. */
export function modelProperty(
  folder: string,
  mostSteps: number,
  patienceMilliseconds: number,
  defect: (engine: SearchableEngine<unknown>) => Partial<SearchableEngine<unknown>> = () => ({}),
) {
  let sequences = 0;
  return fc.asyncProperty(
    steps(mostSteps),
    steps(mostSteps),
    fc.constantFrom("continue" as const, "block" as const),
    async (before, after, whenDead) => {
      const path = join(folder, `model-${(sequences += 1)}.db`);
      const clockOffset = new Float64Array(new SharedArrayBuffer(8));
      await playSteps([...before, ["restart", 0], ...after], {
        open() {
          const engine = sqliteEngine({ path, times, clockOffset }) as SearchableEngine<unknown>;
          return { ...engine, ...defect(engine) };
        },
        advance: (milliseconds) => void (clockOffset[0] = (clockOffset[0] ?? 0) + milliseconds),
        whenDead,
        prefix: "c",
        patienceMilliseconds,
      });
    },
  );
}
