import type { LeaseTimes } from "../store/leases.ts";
import type { Store } from "../store/store.ts";
import type { LoneSuspect } from "../../engine/lone-suspect.ts";
import type { ThreadMessage } from "./messages.ts";
import type { ThreadRun } from "./thread-run.ts";

/** After a failed renewal the next one is tried sooner. */
const retryMilliseconds = 100;

/** Renews the leases of this process's runs, and looks after those of others, as long as there are runs. */
export class LeaseKeeper {
  readonly #store: Store;
  readonly #times: LeaseTimes;
  readonly #renewedAt: BigInt64Array;
  readonly #runs: ReadonlyMap<number, ThreadRun>;
  readonly #alone: LoneSuspect;
  readonly #post: (message: ThreadMessage) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    store: Store,
    times: LeaseTimes,
    renewedAt: BigInt64Array,
    runs: ReadonlyMap<number, ThreadRun>,
    alone: LoneSuspect,
    post: (message: ThreadMessage) => void,
  ) {
    this.#store = store;
    this.#times = times;
    this.#renewedAt = renewedAt;
    this.#runs = runs;
    this.#alone = alone;
    this.#post = post;
  }

  /** Whether the leases can't have ended: others wait for longer than this. */
  get isFresh(): boolean {
    const nanoseconds = process.hrtime.bigint() - (this.#renewedAt[0] ?? 0n);
    return nanoseconds < BigInt(Math.round(fencedMilliseconds(this.#times) * 1e6));
  }

  start(): void {
    if (this.#timer === undefined) this.#renew();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #renew(): void {
    const now = process.hrtime.bigint();
    let delay = this.#times.beatMilliseconds;
    try {
      const lost = this.#store.write(() => this.#beat());
      this.#renewedAt[0] = now;
      for (const { run, worker } of lost) this.#replace(run, worker);
    } catch {
      delay = Math.min(delay, retryMilliseconds);
    }
    this.#timer = setTimeout(() => this.#renew(), delay);
  }

  /** The runs that were taken for dead, and the workers that they go on as. */
  #beat(): { readonly run: ThreadRun; readonly worker: number }[] {
    const { leases, claim } = this.#store;
    const runs = [...this.#runs.values()];
    const lost = runs.filter(({ worker }) => !leases.beat(worker)).map((run) => ({ run, worker: leases.register() }));
    leases.observe(new Set([...runs.map(({ worker }) => worker), ...lost.map(({ worker }) => worker)]));
    claim.correctDueTimes();
    return lost;
  }

  /** What the dead worker had belongs to others by now. */
  #replace(run: ThreadRun, worker: number): void {
    const fences = [...run.open.keys()];
    run.open.clear();
    run.worker = worker;
    for (const fence of fences) this.#alone.end(fence);
    if (fences.length > 0) this.#post({ kind: "abort", run: run.number, fences, reason: "The worker was taken for dead" });
  }
}

/** How long a worker that can't renew its lease goes on: less than the others wait. */
export function fencedMilliseconds({ leaseMilliseconds }: LeaseTimes): number {
  return 0.8 * leaseMilliseconds;
}
